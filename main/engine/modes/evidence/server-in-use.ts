import { isUsableResourceMetadata } from '../../clients/replay/resource-metadata.ts';
import { whyNotAsked } from '../../clients/replay/not-asked.ts';
import type {
  AuthorizationServerEvidence,
  DocumentAttempt,
  TargetEvidence,
} from '../../model/evidence.ts';

/**
 * The authorization server that clients go to: entry 0 of the first usable resource metadata, or
 * the MCP origin where there is none. Null where a document was too large to read, or was not asked
 * for: it may name any.
 * @see PR-15; reference-clients 2.1 step 4
 */
export function serverInUse(evidence: {
  readonly url: string;
  readonly resourceMetadata: NonNullable<TargetEvidence['resourceMetadata']>;
  readonly authorizationServers: NonNullable<TargetEvidence['authorizationServers']>;
}): AuthorizationServerEvidence | null {
  const document = evidence.resourceMetadata.find((one) => isUsableResourceMetadata(one));
  if (document === undefined && evidence.resourceMetadata.some(isUnread)) return null;
  const listed = document?.json?.authorization_servers;
  const first = Array.isArray(listed) ? listed[0] : undefined;
  const issuer = typeof first === 'string' ? first : `${new URL(evidence.url).origin}/`;
  return evidence.authorizationServers.find((one) => one.issuer === issuer) ?? null;
}

function isUnread(attempt: DocumentAttempt): boolean {
  return attempt.problem?.kind === 'too-large' || whyNotAsked(attempt) !== null;
}
