import { defineRequirement } from '../model/requirement.ts';
import { challengeMethods } from '../clients/replay/server-metadata.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { C_TO_D } from './parts/revisions.ts';
import { goodServerDocuments, ofServer, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-14: the OpenID document announces PKCE as well. */
export const requirement = defineRequirement({
  id: 'AS-14',
  level: 'MUST',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'The OpenID document announces PKCE as well.',
  source: 'MCP authorization, Authorization Code Protection',
  shownBy: ['F33'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, (server) => {
      const openid = goodServerDocuments(server).filter(({ place }) => place.startsWith('oidc'));
      if (openid.length === 0) return 'not-applicable';
      const silent = openid.find(({ json }) => challengeMethods(json) === null);
      if (silent === undefined) return 'met';
      const text = `${silent.url} does not list code_challenge_methods_supported. Strict clients that read this copy stop before the sign-in page.`;
      const snippet = '"code_challenge_methods_supported": ["S256"]';
      return broken(text, [attemptEvidence(silent)], { snippet });
    }),
});
