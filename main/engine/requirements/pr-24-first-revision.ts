import { defineRequirement } from '../model/requirement.ts';
import { isSignInPage } from '../clients/replay/guessed-endpoint.ts';
import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { statusOf } from '../clients/replay/replay.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { resourceInUse } from './parts/resource-documents.ts';
import { serverDocuments } from './parts/server-documents.ts';

/** PR-24: without resource metadata, the MCP origin is the authorization server (2025-03-26). */
export const requirement = defineRequirement({
  id: 'PR-24',
  level: 'MAY',
  revisions: ['2025-03-26'],
  phase: 'p0',
  step: 'resource-metadata',
  title: 'Without resource metadata, the MCP origin is the authorization server.',
  source: 'MCP authorization 2025-03-26, Server Metadata Discovery',
  shownBy: [],
  needs: ['resourceMetadata', 'authorizationServers'],
  check: ({ resourceMetadata, authorizationServers }) => {
    const origin = authorizationServers.find((one) =>
      one.namedBy.some(({ place }) => place === 'origin'),
    );
    if (resourceInUse(resourceMetadata) !== null || origin === undefined) return 'not-applicable';
    if (serverDocuments(origin).length > 0) return 'met';
    const { guessed, attempts, issuer } = origin;
    if (guessed !== null && isSignInPage(statusOf(guessed))) return 'met';
    const notSeen = firstNotAsked(attempts);
    if (notSeen !== null) return { notSeen };
    const text = `Clients of 2025-03-26 take ${issuer} for the authorization server, and find nothing there either.`;
    return attempts.length === 0 ? 'not-applicable' : broken(text, attempts.map(attemptEvidence));
  },
});
