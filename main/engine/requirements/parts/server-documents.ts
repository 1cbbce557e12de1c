import { serverMetadataDefect } from '../../clients/replay/server-metadata.ts';
import { firstNotAsked } from '../../clients/replay/not-asked.ts';
import { askedByClients } from '../../clients/replay/server-problem.ts';
import type { AuthorizationServerEvidence, TargetEvidence } from '../../model/evidence.ts';
import type { RequirementOutcome } from '../../model/requirement.ts';
import { serverInUse } from '../../modes/evidence/server-in-use.ts';
import { foundDocuments, type FoundDocument } from './resource-documents.ts';

/** What a requirement of the authorization server's metadata needs. */
export const SERVER_NEEDS = ['url', 'resourceMetadata', 'authorizationServers'] as const;
export type ServerGiven = {
  readonly [K in (typeof SERVER_NEEDS)[number]]: NonNullable<TargetEvidence[K]>;
};

const UNKNOWN = {
  notSeen: 'A document that was not read may name the authorization server.',
} as const;

/** Judges the authorization server that clients go to. */
export function ofServer(
  given: ServerGiven,
  judge: (server: AuthorizationServerEvidence) => RequirementOutcome,
): RequirementOutcome {
  const server = serverInUse(given);
  return server === null ? UNKNOWN : judge(server);
}

/**
 * Judges the document that clients take of it, the first good one. Without any, other requirements
 * say so (AS-01, AS-09, AS-11, AS-19, AS-20).
 */
export function ofServerDocument(
  given: ServerGiven,
  judge: (document: FoundDocument, server: AuthorizationServerEvidence) => RequirementOutcome,
): RequirementOutcome {
  return ofServer(given, (server) => {
    const good = serverDocuments(server).find(isGood);
    if (good !== undefined) return judge(good, server);
    const notSeen = firstNotAsked(askedByClients(server.attempts));
    return notSeen === null ? 'not-applicable' : { notSeen };
  });
}

/** Every document of a server where clients look, in their order. */
export function serverDocuments({
  attempts,
}: AuthorizationServerEvidence): readonly FoundDocument[] {
  return foundDocuments(askedByClients(attempts));
}

/** Its good documents. */
export function goodServerDocuments(server: AuthorizationServerEvidence): readonly FoundDocument[] {
  return serverDocuments(server).filter(isGood);
}

function isGood({ json, place }: FoundDocument): boolean {
  return serverMetadataDefect(json, place) === null;
}
