import { isUrl } from '../../../contract/is-url.ts';
import type { AuthorizeVariant } from '../../model/registration-evidence.ts';
import { isLoopbackRedirect, type AuthorizeParameters } from './authorize-parameters.ts';

/** A request with one thing changed, and what was changed. */
export type VariedRequest = readonly [AuthorizeVariant, AuthorizeParameters];

/** One thing changed; null where the request has nothing to change. */
type Change = (base: AuthorizeParameters) => Partial<AuthorizeParameters> | null;

/** An address that no client registers: RFC 2606 keeps the name for examples. */
export const FOREIGN_REDIRECT = 'https://unblank.example/never-registered';
const FOREIGN_RESOURCE = 'https://unblank.example/mcp';
const UNKNOWN_CLIENT = 'unblank-unknown-client';
const UNKNOWN_SCOPE = 'unblank:unknown';
const OTHER_PORT = '49732';
const NO_PKCE = { code_challenge: null, code_challenge_method: null } as const;
/** All that a state may hold and servers get wrong, repeated until the address is 2 kB long. */
const ODD_STATE = 'odd state+/=&%2f?:;,.~_-';
const LONG_STATE = ODD_STATE.repeat(48);

/** What is tried where the client's own request goes through (AZ-01 to AZ-19). */
const CHANGES: readonly (readonly [AuthorizeVariant, Change])[] = [
  ['unknown redirect', () => ({ redirect_uri: FOREIGN_REDIRECT })],
  ['redirect with another path', onPath((path) => `${path.replace(/\/$/, '')}/unblank`)],
  ['redirect with a query', withQuery],
  ['redirect in other case', onPath((path) => path.toUpperCase())],
  ['redirect with a slash', onPath(slashTwin)],
  ['other loopback port', withOtherPort],
  ['unknown client', () => ({ client_id: UNKNOWN_CLIENT })],
  ['without PKCE', () => NO_PKCE],
  ['plain PKCE', () => ({ code_challenge_method: 'plain' })],
  ['foreign resource', onResource(() => FOREIGN_RESOURCE)],
  ['resource slash twin', onResource(slashTwin)],
  ['unknown scope', ({ scope }) => ({ scope: `${scope ?? ''} ${UNKNOWN_SCOPE}`.trim() })],
  ['without scope', withoutScope],
  ['implicit flow', () => ({ response_type: 'token', ...NO_PKCE })],
  ['prompt consent', ({ prompt }) => (prompt === null ? { prompt: 'consent' } : null)],
  ['long state', () => ({ state: LONG_STATE })],
];

/** What is left out where it does not, to find out what stops it (AZ-10, AZ-13, AZ-18). */
const OMISSIONS: readonly (readonly [AuthorizeVariant, Change])[] = [
  ['without resource', ({ resource }) => (resource === null ? null : { resource: null })],
  ['without scope', withoutScope],
  ['without prompt', ({ prompt }) => (prompt === null ? null : { prompt: null })],
];

/**
 * Requests with one thing changed each.
 * @param base the request as the client sends it
 * @param isTaken whether that went through; where it did not, only what isolates the culprit is tried
 */
export function variantsOf(base: AuthorizeParameters, isTaken: boolean): readonly VariedRequest[] {
  return (isTaken ? CHANGES : OMISSIONS).flatMap(([variant, change]): readonly VariedRequest[] => {
    const changed = change(base);
    return changed === null ? [] : [[variant, { ...base, ...changed }]];
  });
}

function withoutScope({ scope }: AuthorizeParameters): Partial<AuthorizeParameters> | null {
  return scope === null ? null : { scope: null };
}

function onResource(change: (resource: string) => string): Change {
  return ({ resource }) => (resource === null ? null : { resource: change(resource) });
}

/** A path that cannot be changed in this way, such as the upper case of `/`, is passed over. */
function onPath(change: (path: string) => string): Change {
  return onRedirect((url) => {
    url.pathname = change(url.pathname);
  });
}

function withQuery(base: AuthorizeParameters): Partial<AuthorizeParameters> | null {
  return onRedirect((url) => url.searchParams.set('unblank', '1'))(base);
}

function withOtherPort(base: AuthorizeParameters): Partial<AuthorizeParameters> | null {
  if (!isLoopbackRedirect(base.redirect_uri)) return null;
  return onRedirect((url) => {
    url.port = url.port === OTHER_PORT ? '49733' : OTHER_PORT;
  })(base);
}

function onRedirect(change: (url: URL) => void): Change {
  return ({ redirect_uri: before }) => {
    if (!isUrl(before)) return null;
    const url = new URL(before);
    change(url);
    return url.href === new URL(before).href ? null : { redirect_uri: url.href };
  };
}

function slashTwin(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : `${text}/`;
}
