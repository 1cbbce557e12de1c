import { serverMetadataDefect } from '../clients/replay/server-metadata.ts';
import type { AuthorizationServerEvidence } from '../model/evidence.ts';
import { isAskable } from './is-askable.ts';

const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'registration_endpoint'] as const;

/**
 * The hosts that a sign-in needs besides the MCP server: the issuer's, and those of the endpoints
 * that its metadata names.
 * @param url the MCP endpoint, whose own host is left out
 * @returns one URL for each host and port
 */
export function signInHosts(
  { issuer, attempts }: AuthorizationServerEvidence,
  url: string,
): readonly string[] {
  const good = attempts.find(
    ({ json, place }) => json !== null && serverMetadataDefect(json, place) === null,
  );
  const named = [issuer, ...ENDPOINTS.map((name) => good?.json?.[name])];
  const urls = named.filter((one): one is string => typeof one === 'string' && isAskable(one));
  const own = new URL(url).host;
  const byHost = new Map(urls.map((one) => [new URL(one).host, one]));
  return [...byHost].filter(([host]) => host !== own).map(([, one]) => one);
}
