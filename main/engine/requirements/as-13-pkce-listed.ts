import { defineRequirement } from '../model/requirement.ts';
import { challengeMethods } from '../clients/replay/server-metadata.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { C_TO_D } from './parts/revisions.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-13: the metadata says that PKCE is supported. */
export const requirement = defineRequirement({
  id: 'AS-13',
  level: 'MUST',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'The metadata announces PKCE.',
  source: 'MCP authorization, Authorization Code Protection',
  shownBy: ['F33'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      if (challengeMethods(document.json) !== null) return 'met';
      const text = `${document.url} does not list code_challenge_methods_supported. Strict clients stop before the sign-in page.`;
      const snippet = '"code_challenge_methods_supported": ["S256"]';
      return broken(text, [attemptEvidence(document)], { snippet });
    }),
});
