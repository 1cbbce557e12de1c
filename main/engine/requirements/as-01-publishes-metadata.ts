import { defineRequirement } from '../model/requirement.ts';
import { isUnreachable } from '../clients/replay/unreachable-server.ts';
import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import { askedByClients, movesElsewhere } from '../clients/replay/server-problem.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { B_TO_D } from './parts/revisions.ts';
import { ofServer, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-01: the authorization server publishes metadata. Where it is put wrongly, AS-02 says so. */
export const requirement = defineRequirement({
  id: 'AS-01',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'The authorization server publishes metadata.',
  source: 'MCP authorization, Overview',
  shownBy: ['F28'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, ({ issuer, attempts }) => {
      const asked = askedByClients(attempts);
      // An issuer of which no address can be made is PR-14.
      if (asked.length === 0) return 'not-applicable';
      if (attempts.some((one) => one.json !== null && one.place !== 'oauth-path')) return 'met';
      const notSeen = firstNotAsked(asked);
      if (notSeen !== null) return { notSeen };
      if (asked.some(movesElsewhere)) return 'not-applicable';
      if (isUnreachable(asked)) return { notSeen: `${issuer} cannot be reached.` };
      if (asked.some(isGuarded) || asked.some(({ problem }) => problem?.kind === 'too-large'))
        return { notSeen: 'The address answers, but not with a document that can be read.' };
      const text = `The authorization server ${issuer} publishes no metadata.`;
      return broken(text, asked.map(attemptEvidence));
    }),
});
