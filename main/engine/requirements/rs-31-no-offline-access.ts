import type { Evidence } from '../../contract/report.ts';
import { isWrongDocument } from '../clients/replay/resource-problem.ts';
import type { DocumentAttempt } from '../model/evidence.ts';
import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { headerEvidence } from '../modes/evidence/header-evidence.ts';
import { broken } from './parts/broken.ts';
import { ofChallenge } from './parts/of-challenge.ts';
import { foundDocuments } from './parts/resource-documents.ts';
import { challengeScopes, textsOf } from './parts/scopes.ts';

const OFFLINE = 'offline_access';

/** RS-31: offline_access is not asked for by the MCP server. */
export const requirement = defineRequirement({
  id: 'RS-31',
  level: 'SHOULD NOT',
  revisions: ['2026-07-28'],
  phase: 'p0',
  step: 'challenge',
  title: 'Neither the 401 nor the resource metadata names offline_access.',
  source: 'MCP authorization, Refresh Tokens',
  shownBy: ['F37'],
  needs: ['first', 'resourceMetadata'],
  check: ({ first, resourceMetadata }) =>
    ofChallenge(first, ({ exchange }) => {
      const header = challengeScopes(first).includes(OFFLINE)
        ? [headerEvidence(exchange, 'WWW-Authenticate')]
        : [];
      const documents = listing(resourceMetadata);
      if (header.length + documents.length === 0) return 'met';
      const places = [
        ...(header.length > 0 ? ['the scope of the 401'] : []),
        ...(documents.length > 0 ? ['scopes_supported of the resource metadata'] : []),
      ];
      return broken(
        `offline_access stands in ${places.join(' and in ')}. It is the authorization server’s business: clients ask for it by themselves where that server lists it.`,
        [...header, ...documents],
        { whatToDo: `Remove offline_access from ${places.join(' and from ')}.` },
      );
    }),
});

/** Where the 401 leads to the authorization server's own metadata (F23), it is right there. */
function listing(attempts: readonly DocumentAttempt[]): readonly Evidence[] {
  return foundDocuments(attempts)
    .filter((one) => !isWrongDocument(one))
    .filter(({ json }) => textsOf(json.scopes_supported)?.includes(OFFLINE))
    .map(attemptEvidence);
}
