import { isUrl } from '../../../contract/is-url.ts';
import type { ClientId } from '../../../contract/words.ts';
import { isLoopbackHost } from '../../safety/loopback-host.ts';
import { withOffline } from './offline-scope.ts';

/** The parameters of an authorization request; a null one is not sent. */
export interface AuthorizeParameters {
  readonly response_type: string;
  readonly client_id: string;
  readonly code_challenge: string | null;
  readonly code_challenge_method: string | null;
  readonly redirect_uri: string;
  readonly state: string;
  readonly scope: string | null;
  readonly prompt: string | null;
  readonly resource: string | null;
}

/** What a server asks of every client, before a client makes its own of it. */
export interface SignInFacts {
  /** The MCP URL as the user gave it. */
  readonly url: string;
  /** `resource` of the resource metadata, or null where there is none. */
  readonly resource: string | null;
  /** The scope of the challenge, else all of the resource metadata; null where neither has one. */
  readonly scope: string | null;
  /** The authorization server lists offline_access. */
  readonly offersOffline: boolean;
}

/**
 * An S256 challenge of legal form (RFC 7636 §4.2) to which nobody has a verifier: the engine has no
 * cryptography, and no code that comes back is ever redeemed.
 */
export const CHALLENGE = 'unblank-holds-no-verifier-and-redeems-none0';
/** As long as the states that clients send, and of harmless characters. */
export const STATE = 'unblank-opens-this-page-and-never-signs-in';
/** Where a loopback redirect is registered without a port, a client takes a free one. */
const FREE_PORT = '49731';

/** Clients on a TypeScript SDK ask for consent whenever they ask for offline_access (OBSERVED). */
const PROMPTING: readonly ClientId[] = ['claude-code', 'claude-desktop-code', 'mcp-remote'];

/**
 * The authorization request as a client sends it.
 * @param as the client
 * @param own its id, its redirect, and the scope that it has registered, or null
 * @see reference-clients 2.1 step 10; clients.md 4.1 (hosted Claude); recorded requests
 */
export function clientParameters(
  as: ClientId,
  own: { readonly clientId: string; readonly redirectUri: string; readonly scope: string | null },
  facts: SignInFacts,
): AuthorizeParameters {
  const scope = withOffline(as, own.scope ?? facts.scope, facts.offersOffline);
  const isOffline = scope?.split(' ').includes('offline_access') === true;
  return {
    response_type: 'code',
    client_id: own.clientId,
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    redirect_uri: withConcretePort(own.redirectUri),
    state: STATE,
    scope,
    prompt: isOffline && PROMPTING.includes(as) ? 'consent' : null,
    resource: as === 'claude-hosted' ? canonical(facts.url) : normalised(facts.resource),
  };
}

/** Lower-case scheme and host, no default port, no fragment, no final slash (clients.md 4.1). */
function canonical(url: string): string {
  const whole = new URL(url);
  whole.hash = '';
  return whole.href.replace(/\/$/, '');
}

/** SDKs parse the resource and send what the URL standard makes of it. */
function normalised(resource: string | null): string | null {
  return resource !== null && isUrl(resource) ? new URL(resource).href : null;
}

function withConcretePort(redirectUri: string): string {
  if (!isLoopbackRedirect(redirectUri)) return redirectUri;
  const url = new URL(redirectUri);
  if (url.port !== '') return redirectUri;
  url.port = FREE_PORT;
  return url.href;
}

/** Is this redirect on the user's own machine (RFC 8252 §7.3)? */
export function isLoopbackRedirect(redirectUri: string): boolean {
  if (!isUrl(redirectUri)) return false;
  const { protocol, hostname } = new URL(redirectUri);
  return protocol === 'http:' && isLoopbackHost(hostname);
}
