import { defineRequirement } from '../model/requirement.ts';
import { challengeMethods } from '../clients/replay/server-metadata.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { A_TO_D } from './parts/revisions.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';
import { shownValue } from './parts/shown-value.ts';

/** AS-15: of the PKCE methods, S256 is offered. */
export const requirement = defineRequirement({
  id: 'AS-15',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'PKCE is offered with S256.',
  source: 'OAuth 2.1 §4.1.1; MCP authorization, Authorization Code Protection',
  shownBy: ['F33'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      const methods = challengeMethods(document.json);
      if (methods === null) return 'not-applicable';
      if (methods.includes('S256')) return 'met';
      const text = `S256 is not offered: code_challenge_methods_supported lists ${shownValue([...methods])}.`;
      const snippet = '"code_challenge_methods_supported": ["S256"]';
      return broken(text, [attemptEvidence(document)], { snippet });
    }),
});
