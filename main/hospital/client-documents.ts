import type { DocumentCheck } from './auth-changes.ts';
import { isLoopback } from './redirect-uri.ts';

/** What a client-id document comes to: the redirects of its client, or why there is none. */
export type DocumentResult =
  { readonly redirectUris: readonly string[] | 'any' } | { readonly why: string };

/**
 * Documents that real clients publish, by their address, with their redirect URIs. They are known
 * by heart, because a patient asks nobody. That VS Code's names the redirects that it registers
 * elsewhere is INFERRED.
 */
const PUBLISHED: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'https://claude.ai/oauth/mcp-oauth-client-metadata',
    ['https://claude.ai/api/mcp/auth_callback'],
  ],
  [
    'https://claude.ai/oauth/claude-code-client-metadata',
    ['http://localhost/callback', 'http://127.0.0.1/callback'],
  ],
  [
    'https://vscode.dev/oauth/client-metadata.json',
    [
      'https://insiders.vscode.dev/redirect',
      'https://vscode.dev/redirect',
      'http://127.0.0.1/',
      'http://127.0.0.1:33418/',
    ],
  ],
]);

/**
 * The client that a client-id URL names (CIMD draft §2 to §4): its address is well formed and
 * public, there is a document, and the document names the same id.
 * @param clientId of an authorization or token request
 * @param unchecked checks that are left out
 */
export function clientDocument(
  clientId: string,
  unchecked: readonly DocumentCheck[],
): DocumentResult {
  if (!/^https?:/i.test(clientId) || !URL.canParse(clientId)) return { why: UNKNOWN };
  const url = new URL(clientId);
  const skips = (check: DocumentCheck) => unchecked.includes(check);
  if (isPrivate(url.hostname)) return { why: skips('private address') ? unread(url) : NOT_PUBLIC };
  if (!skips('address') && isMalformed(clientId, url)) return { why: MALFORMED };
  const address = `https://${url.host}${url.pathname}`;
  const redirectUris = PUBLISHED.get(address);
  if (redirectUris === undefined) return skips('content') ? ANY : { why: NO_DOCUMENT };
  const known = skips('address') ? address + url.search : clientId;
  if (!skips('id') && known !== address) return { why: OTHER_ID };
  return skips('redirect') ? ANY : { redirectUris };
}

const ANY: DocumentResult = { redirectUris: 'any' };
const UNKNOWN = 'This client is not registered here.';
const MALFORMED = 'The client id is not a well-formed https address.';
const NOT_PUBLIC = 'The client id is not a public address.';
const NO_DOCUMENT = 'There is no client document at the client id.';
const OTHER_ID = 'The client document names another client id.';

/** No request is made: this is what a server says that did make one, to a port where nobody is. */
function unread({ hostname, port }: URL): string {
  return `The client document was not read: connect ECONNREFUSED ${hostname}:${port || '443'}.`;
}

function isPrivate(hostname: string): boolean {
  const ranges = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$/;
  return isLoopback(hostname) || ranges.test(hostname) || hostname.endsWith('.localhost');
}

/** https, a path, and no fragment, user name or dot segments, as written (CIMD draft §2). */
function isMalformed(clientId: string, url: URL): boolean {
  const extras = [url.hash, url.username, url.password].some((one) => one !== '');
  const dots = /\/(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(clientId);
  return url.protocol !== 'https:' || url.pathname === '/' || extras || dots;
}
