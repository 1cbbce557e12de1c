import type { DocumentPlace } from '../model/evidence.ts';

export interface Address {
  readonly place: DocumentPlace;
  readonly url: string;
}

const RESOURCE = '/.well-known/oauth-protected-resource';
const OAUTH = '/.well-known/oauth-authorization-server';
const OIDC = '/.well-known/openid-configuration';

/**
 * The well-known addresses of the protected resource metadata, in the order in which clients ask.
 * @param resource the URL of the MCP endpoint, absolute
 * @returns the address with the path (and query) inserted, and the root where it is another one
 * @see RFC 9728 §3.1; PR-02, PR-03
 */
export function resourceMetadataAddresses(resource: string): readonly Address[] {
  const url = new URL(resource);
  const path = url.pathname === '/' ? '' : url.pathname;
  const root: Address = { place: 'root', url: url.origin + RESOURCE };
  const suffix = path + url.search;
  return suffix === '' ? [root] : [{ place: 'path', url: url.origin + RESOURCE + suffix }, root];
}

/**
 * The well-known addresses of the authorization server metadata, in the order of the specification,
 * and behind them the root address, where servers with a path put it by mistake.
 * @param issuer the identifier as the resource metadata spells it, absolute
 * @see RFC 8414 §3.1, OpenID Connect Discovery §4; AS-02 to AS-04, CL-07
 */
export function serverMetadataAddresses(issuer: string): readonly Address[] {
  const url = new URL(issuer);
  const path = url.pathname.replace(/\/$/, '');
  const at = (place: DocumentPlace, suffix: string): Address => ({
    place,
    url: url.origin + suffix,
  });
  if (path === '') return [at('oauth', OAUTH), at('oidc', OIDC)];
  return [
    at('oauth', OAUTH + path),
    at('oidc', OIDC + path),
    at('oidc-appended', path + OIDC),
    at('oauth-root', OAUTH),
  ];
}

/**
 * Where hosted Claude and others looked without resource metadata until 2026-01-08: the MCP path
 * behind the authorization server's well-known name on the MCP origin (F29).
 * @returns the address, or null where the endpoint has no path
 */
export function retiredPathAddress(resource: string): Address | null {
  const url = new URL(resource);
  if (url.pathname === '/') return null;
  return { place: 'oauth-path', url: url.origin + OAUTH + url.pathname };
}

/**
 * Where resource metadata is put by mistake: the well-known name behind the path instead of before
 * it, and the right address with the final slash the other way round (PR-02). No client asks there.
 */
export function misplacedAddresses(resource: string): readonly Address[] {
  const url = new URL(resource);
  const path = url.pathname.replace(/\/$/, '');
  if (path === '') return [];
  const twin = url.pathname.endsWith('/') ? path : `${path}/`;
  return [
    { place: 'appended', url: url.origin + path + RESOURCE },
    { place: 'slash-twin', url: url.origin + RESOURCE + twin },
  ];
}

/**
 * The URL for which an address is the well-known one of resource metadata (RFC 9728 §3.1).
 * @param address absolute
 * @returns that URL, or null where the address is no such one
 * @see PR-09
 */
export function wellKnownResource(address: string): string | null {
  const { origin, pathname, search } = new URL(address);
  const rest = pathname.slice(RESOURCE.length);
  const isOne = pathname.startsWith(RESOURCE) && (rest === '' || rest.startsWith('/'));
  return isOne ? origin + (rest || '/') + search : null;
}
