import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { mismatchEvidence } from '../modes/evidence/mismatch-evidence.ts';
import { broken } from './parts/broken.ts';
import { differBySlash, ofIssuerPair } from './parts/issuer-pair.ts';
import { A_TO_D } from './parts/revisions.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-07: the issuer is the very string that led to it. */
export const requirement = defineRequirement({
  id: 'AS-07',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'The issuer is the string that the resource metadata names.',
  source: 'RFC 8414 §3.3; MCP authorization 2026-07-28, discovery',
  shownBy: ['F31'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofIssuerPair(given, ({ named, own, document }) => {
      if (named === own) return 'met';
      const text = differBySlash({ named, own })
        ? `The issuer ${own} and its name in the resource metadata, ${named}, differ by the final slash.`
        : `The metadata calls itself ${own}, the resource metadata says ${named}.`;
      const evidence = [mismatchEvidence('issuer', named, own), attemptEvidence(document)];
      return broken(text, evidence, {
        snippet: `"authorization_servers": [${JSON.stringify(own)}]`,
      });
    }),
});
