import type {
  AuthorizationServerEvidence,
  DocumentAttempt,
  Exchange,
  FirstContact,
  TargetEvidence,
} from '../../model/evidence.ts';
import type { DiscoveryPolicy } from '../../model/client.ts';
import { metadataUrlFor } from '../../probe/challenge.ts';
import { headerOf } from '../../probe/header.ts';
import { isOpenServer } from '../../probe/mcp-answer.ts';
import { isUsableResourceMetadata } from './resource-metadata.ts';
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
  const metadataUrl = challenge === null ? null : metadataUrlFor(challenge, policy.challenge);
  const found = findResource(evidence.resourceMetadata ?? [], metadataUrl, policy);
  const chosen = chooseIssuer(evidence.url, found.resource, policy);
  const server = findServer(evidence.authorizationServers ?? [], chosen.issuer);
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
    server,
    ...findServerMetadata(server, policy),
  };
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
  attempts: readonly DocumentAttempt[],
  metadataUrl: string | null,
  policy: DiscoveryPolicy,
): { resourceTried: readonly DocumentAttempt[]; resource: DocumentAttempt | null } {
  const href = metadataUrl === null ? null : new URL(metadataUrl).href;
  const named = attempts.filter((one) => one.place === 'header' && one.url === href);
  const wellKnown = attempts.filter((one) => one.place !== 'header');
  const onlyNamed = named.length > 0 && policy.namedMetadata === 'only';
  const resourceTried: DocumentAttempt[] = [];
  for (const attempt of onlyNamed ? named : [...named, ...wellKnown]) {
    resourceTried.push(attempt);
    if (isUsableResourceMetadata(attempt)) return { resourceTried, resource: attempt };
    if (policy.badMetadata === 'stop' && !sendsOnward(attempt)) break;
  }
  return { resourceTried, resource: null };
}

function chooseIssuer(
  url: string,
  resource: DocumentAttempt | null,
  policy: DiscoveryPolicy,
): { issuer: string | null; issuerFrom: 'metadata' | 'origin' } {
  const listed = resource?.json?.authorization_servers;
  const first = Array.isArray(listed) ? listed[0] : undefined;
  if (typeof first === 'string') return { issuer: first, issuerFrom: 'metadata' };
  const origin = `${new URL(url).origin}/`;
  const issuer = policy.withoutResourceMetadata === 'origin' ? origin : null;
  return { issuer, issuerFrom: 'origin' };
}

function findServer(
  servers: readonly AuthorizationServerEvidence[],
  issuer: string | null,
): AuthorizationServerEvidence | null {
  return servers.find((one) => one.issuer === issuer) ?? null;
}

function findServerMetadata(
  server: AuthorizationServerEvidence | null,
  policy: DiscoveryPolicy,
): { metadata: DocumentAttempt | null; metadataStop: DocumentAttempt | null } {
  const places: readonly string[] = policy.serverMetadataPlaces;
  for (const attempt of server?.attempts ?? []) {
    if (!places.includes(attempt.place)) continue;
    const good =
      attempt.json !== null && serverMetadataDefect(attempt.json, attempt.place) === null;
    if (good) return { metadata: attempt, metadataStop: null };
    if (policy.badMetadata === 'next' || sendsOnward(attempt)) continue;
    return { metadata: null, metadataStop: attempt };
  }
  return { metadata: null, metadataStop: null };
}
