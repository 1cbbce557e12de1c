import { isUrl } from '../../../contract/is-url.ts';
import type {
  AuthorizationServerEvidence,
  DocumentAttempt,
  Exchange,
  FirstContact,
  TargetEvidence,
} from '../../model/evidence.ts';
import type { DiscoveryPolicy } from '../../model/client.ts';
import { bearerOf, metadataUrlFor, parameterOf, parseChallenges } from '../../probe/challenge.ts';
import { headerOf } from '../../probe/header.ts';
import { isOpenServer } from '../../probe/mcp-answer.ts';
import { isUsableFor } from './resource-metadata.ts';
import { matchResource } from './resource-match.ts';
import { sendsOnward, serverMetadataDefect } from './server-metadata.ts';

/** How far one client gets in discovery on the recorded evidence, by its own policy. */
export interface Replay {
  readonly evidence: TargetEvidence;
  readonly url: string;
  /** The request whose answer decides for this client, and what it says. */
  readonly contact: Exchange;
  readonly status: number | null;
  /** It answers without any sign-in, so nothing behind the challenge concerns a client. */
  readonly isOpen: boolean;
  readonly challenge: string | null;
  /** The resource_metadata URL as this client reads it from the challenge. */
  readonly metadataUrl: string | null;
  /** Every resource metadata address this client asks, and the one it takes. */
  readonly resourceTried: readonly DocumentAttempt[];
  readonly resource: DocumentAttempt | null;
  /** The authorization server it goes to; from the metadata or the MCP origin. */
  readonly issuer: string | null;
  readonly issuerFrom: 'metadata' | 'origin';
  readonly server: AuthorizationServerEvidence | null;
  /** The server metadata it takes, or the answer at which it stops. */
  readonly metadata: DocumentAttempt | null;
  readonly metadataStop: DocumentAttempt | null;
}

/**
 * Replays discovery for a client over the evidence. Pure: the same evidence and policy give the
 * same replay, so verdicts can be judged again over a saved trace.
 * @param evidence a target whose server was gathered
 * @param policy how this client walks
 * @returns null where there is nothing to replay (no URL, or nothing was gathered)
 */
export function replayDiscovery(evidence: TargetEvidence, policy: DiscoveryPolicy): Replay | null {
  if (evidence.url === null || evidence.first === null) return null;
  const contact = contactOf(evidence.first);
  const { outcome } = contact;
  const challenge =
    outcome.kind === 'response' ? headerOf(outcome.response.headers, 'www-authenticate') : null;
  const metadataUrl = challenge === null ? null : namedBy(challenge, policy.challenge);
  const found = findResource(evidence, metadataUrl, policy);
  const chosen = chooseIssuer(evidence.url, found.resource, policy);
  const asked = askServers(evidence, chosen, policy);
  return {
    evidence,
    url: evidence.url,
    contact,
    status: outcome.kind === 'response' ? outcome.response.status : null,
    isOpen: isOpenServer(contact),
    challenge,
    metadataUrl,
    ...found,
    ...chosen,
    ...asked,
  };
}

/** The URL that the challenge names, in the reading of this client. */
function namedBy(challenge: string, reading: DiscoveryPolicy['challenge']): string | null {
  if (reading !== 'parsed') return metadataUrlFor(challenge, reading);
  const bearer = bearerOf(parseChallenges(challenge));
  const url = bearer === null ? null : parameterOf(bearer, 'resource_metadata');
  return url !== null && isUrl(url) ? url : null;
}

/** POST decides, unless the endpoint only knows the event stream of 2024-11-05 (F113, F114). */
export function contactOf(first: FirstContact): Exchange {
  return speaksOnlyEventStream(first) ? first.stream : first.legacy;
}

/** POST is unknown there, and GET opens a stream or asks for a token. */
export function speaksOnlyEventStream(first: FirstContact): boolean {
  const post = statusOf(first.legacy);
  const get = statusOf(first.stream);
  return (post === 404 || post === 405) && (get === 401 || isOpenStream(first.stream));
}

export function statusOf(exchange: Exchange): number | null {
  return exchange.outcome.kind === 'response' ? exchange.outcome.response.status : null;
}

function isOpenStream(exchange: Exchange): boolean {
  if (exchange.outcome.kind === 'failure') return false;
  const { status, headers } = exchange.outcome.response;
  return (
    status === 200 && (headerOf(headers, 'content-type') ?? '').startsWith('text/event-stream')
  );
}

function findResource(
  { resourceMetadata, url }: TargetEvidence,
  metadataUrl: string | null,
  policy: DiscoveryPolicy,
): { resourceTried: readonly DocumentAttempt[]; resource: DocumentAttempt | null } {
  const attempts = resourceMetadata ?? [];
  const href = metadataUrl === null ? null : new URL(metadataUrl).href;
  const named = attempts.filter((one) => one.place === 'header' && one.url === href);
  const wellKnown = attempts.filter((one) => one.place !== 'header');
  const onlyNamed = named.length > 0 && policy.namedMetadata === 'only';
  const resourceTried: DocumentAttempt[] = [];
  for (const attempt of onlyNamed ? named : [...named, ...wellKnown]) {
    resourceTried.push(attempt);
    if (takes(attempt, url!, policy)) return { resourceTried, resource: attempt };
    if (policy.badResource === 'stop' && !sendsOnward(attempt, policy.serverError)) break;
  }
  return { resourceTried, resource: null };
}

function takes(attempt: DocumentAttempt, url: string, policy: DiscoveryPolicy): boolean {
  if (!isUsableFor(policy.documents, attempt)) return false;
  const resource = attempt.json?.resource as string;
  return !policy.dropsOtherResource || matchResource(resource, url) === 'exact';
}

function chooseIssuer(
  url: string,
  resource: DocumentAttempt | null,
  policy: DiscoveryPolicy,
): { issuer: string | null; issuerFrom: 'metadata' | 'origin' } {
  const listed = resource?.json?.authorization_servers;
  const first = Array.isArray(listed) ? listed[0] : undefined;
  if (typeof first === 'string' && first !== '') return { issuer: first, issuerFrom: 'metadata' };
  const origin = `${new URL(url).origin}/`;
  const issuer = policy.withoutResourceMetadata === 'origin' ? origin : null;
  return { issuer, issuerFrom: 'origin' };
}

type Asked = Pick<Replay, 'server' | 'metadata' | 'metadataStop'>;

/** The server that was chosen, and for VS Code behind it the MCP origin. */
function askServers(
  { authorizationServers, url }: TargetEvidence,
  { issuer, issuerFrom }: Pick<Replay, 'issuer' | 'issuerFrom'>,
  policy: DiscoveryPolicy,
): Asked {
  const servers = authorizationServers ?? [];
  const origin = `${new URL(url!).origin}/`;
  const places =
    issuerFrom === 'origin' ? policy.originMetadataPlaces : policy.serverMetadataPlaces;
  const asked = askServer(servers, issuer, places, policy);
  if (asked.metadata !== null || policy.withoutServerMetadata !== 'ask-mcp') return asked;
  const own = askServer(servers, origin, policy.originMetadataPlaces, policy);
  return own.metadata === null ? asked : own;
}

function askServer(
  servers: readonly AuthorizationServerEvidence[],
  issuer: string | null,
  places: readonly string[],
  policy: DiscoveryPolicy,
): Asked {
  const server = servers.find((one) => one.issuer === issuer) ?? null;
  for (const attempt of server?.attempts ?? []) {
    if (!places.includes(attempt.place)) continue;
    if (isGood(attempt, policy)) return { server, metadata: attempt, metadataStop: null };
    if (goesOn(attempt, policy)) continue;
    return { server, metadata: null, metadataStop: attempt };
  }
  return { server, metadata: null, metadataStop: null };
}

function isGood({ json, place }: DocumentAttempt, { documents }: DiscoveryPolicy): boolean {
  return json !== null && serverMetadataDefect(json, place, documents) === null;
}

function goesOn(attempt: DocumentAttempt, policy: DiscoveryPolicy): boolean {
  if (attempt.problem?.kind === 'status') return sendsOnward(attempt, policy.serverError);
  return policy.badMetadata === 'next' || sendsOnward(attempt);
}
