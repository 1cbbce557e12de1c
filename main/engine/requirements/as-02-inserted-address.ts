import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { firstNotAsked } from '../clients/replay/not-asked.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import { askedByClients } from '../clients/replay/server-problem.ts';
import type { AuthorizationServerEvidence, DocumentAttempt } from '../model/evidence.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { problemWords } from '../modes/words/problem-words.ts';
import { broken } from './parts/broken.ts';
import { attemptAt } from './parts/resource-documents.ts';
import { A_TO_D } from './parts/revisions.ts';
import { ofServer, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-02: for an issuer with a path, the well-known part stands between host and path. */
export const requirement = defineRequirement({
  id: 'AS-02',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'The metadata of an issuer with a path is where it belongs.',
  source: 'RFC 8414 §3.1',
  shownBy: ['F28'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, (server) => {
      const root = attemptAt(server.attempts, 'oauth-root');
      const inserted = attemptAt(server.attempts, 'oauth');
      if (root === undefined || inserted === undefined) return 'not-applicable';
      if (inserted.json !== null) return 'met';
      const asked = askedByClients(server.attempts);
      // An OpenID document is the other way that is allowed (AS-03, AS-04).
      if (asked.some((one) => one.json !== null || isGuarded(one))) return 'not-applicable';
      const notSeen = firstNotAsked(asked);
      return notSeen === null ? judge(server, inserted, root) : { notSeen };
    }),
});

function judge(
  { issuer }: AuthorizationServerEvidence,
  inserted: DocumentAttempt,
  root: DocumentAttempt,
): RequirementOutcome {
  const where =
    root.json === null
      ? `RFC 8414 inserts the well-known part before the path; a document that is appended behind it, at ${issuer.replace(/\/$/, '')}/.well-known/oauth-authorization-server, is found by nobody.`
      : `It lies at ${root.url}, without the path, where no client looks for it.`;
  const text = `The metadata of ${issuer} belongs at ${inserted.url}, which ${problemWords(inserted.problem)}. ${where}`;
  const found = root.json === null ? [] : [root];
  return broken(text, [inserted, ...found].map(attemptEvidence), {
    snippet: `GET ${inserted.url}`,
  });
}
