import { matchResource } from '../../main/engine/clients/replay/resource-match.ts';
import { challengeMethods } from '../../main/engine/clients/replay/server-metadata.ts';
import type { Replay } from '../../main/engine/clients/replay/replay.ts';
import type { JsonObject } from '../../main/engine/model/evidence.ts';

/** What a strict client goes to sign in with: everything checked that must be checked before. */
export interface Authorization {
  readonly issuer: string;
  readonly resource: string;
  readonly metadata: JsonObject;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** All that the resource metadata lists, or null. */
  readonly scopes: string | null;
}

/** The client stops, and says why. */
export class Refused extends Error {}

/**
 * Holds what discovery found to the rules before anything of it is used.
 * @throws Refused where the specification tells a client to stop
 * @see RFC 9728 §3.3, RFC 8414 §3.3, MCP 2026-07-28 authorization; safety D5, D7, D11
 */
export function authorizationOf({ url, resource, metadata, issuer }: Replay): Authorization {
  const named = resource?.json?.resource;
  if (typeof named !== 'string' || issuer === null)
    throw new Refused('There is no resource metadata that names an authorization server.');
  if (matchResource(named, url) === 'mismatch')
    throw new Refused('The resource metadata is for another resource (RFC 9728 §3.3).');
  const json = metadata?.json;
  if (!json) throw new Refused('The authorization server publishes no metadata.');
  if (json.issuer !== issuer)
    throw new Refused('The metadata is of another issuer (RFC 8414 §3.3).');
  if (challengeMethods(json)?.includes('S256') !== true)
    throw new Refused('The authorization server does not say that it knows PKCE with S256.');
  const listed = resource?.json?.scopes_supported;
  return {
    issuer,
    resource: named,
    metadata: json,
    authorizationEndpoint: json.authorization_endpoint as string,
    tokenEndpoint: json.token_endpoint as string,
    scopes: Array.isArray(listed) && listed.length > 0 ? listed.join(' ') : null,
  };
}
