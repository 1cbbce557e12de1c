import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { hidingAnswers } from '../modes/evidence/hiding-answers.ts';
import { problemWords } from '../modes/words/problem-words.ts';
import { broken } from './parts/broken.ts';
import { goodServerDocuments, ofServer, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-06: every address before the good one answers 4xx, so that clients go on. */
export const requirement = defineRequirement({
  id: 'AS-06',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'Addresses before the good document answer 404.',
  source: 'MCP TypeScript SDK 1.32.2 and 2.4.0 (seen)',
  shownBy: ['F28', 'F25'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, (server) => {
      const [good] = goodServerDocuments(server);
      if (good === undefined) return 'not-applicable';
      const [wrong] = hidingAnswers(server.attempts, good);
      if (wrong === undefined) return 'met';
      const text = `${wrong.url} ${problemWords(wrong.problem)}; clients built on the TypeScript SDK stop there and never try ${good.url}.`;
      return broken(text, [wrong, good].map(attemptEvidence));
    }),
});
