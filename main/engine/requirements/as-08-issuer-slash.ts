import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { mismatchEvidence } from '../modes/evidence/mismatch-evidence.ts';
import { broken } from './parts/broken.ts';
import { differBySlash, ofIssuerPair } from './parts/issuer-pair.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-08: of a difference by the final slash alone, the direction decides who stops. */
export const requirement = defineRequirement({
  id: 'AS-08',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'The issuer ends alike in both documents, slash or none.',
  source: 'MCP TypeScript SDK 2.4.0, Python SDK 2.3.0 (seen)',
  shownBy: ['F31'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofIssuerPair(given, (pair) => {
      if (!differBySlash(pair)) return pair.named === pair.own ? 'met' : 'not-applicable';
      const { named, own, document } = pair;
      const text = named.endsWith('/')
        ? 'Only the resource metadata has the final slash: the TypeScript SDK 2 and mcp-remote accept that, the Python SDK does not.'
        : 'Only the server’s metadata has the final slash: the TypeScript SDK 2, mcp-remote and the Python SDK all stop.';
      return broken(text, [mismatchEvidence('issuer', named, own), attemptEvidence(document)]);
    }),
});
