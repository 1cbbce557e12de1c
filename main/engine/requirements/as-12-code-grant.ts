import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { A_TO_D } from './parts/revisions.ts';
import { textsOf } from './parts/scopes.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-12: a list of grants holds the one that MCP uses. Without the list, it is the default. */
export const requirement = defineRequirement({
  id: 'AS-12',
  level: 'INFERRED',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'The grants, where listed, hold authorization_code and refresh_token.',
  source: 'RFC 8414 §2',
  shownBy: ['F17'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      const grants = textsOf(document.json.grant_types_supported);
      if (grants === null) return 'met';
      const evidence = [attemptEvidence(document)];
      if (!grants.includes('authorization_code')) {
        const text =
          'grant_types_supported does not list authorization_code, by which MCP clients sign in.';
        return broken(text, evidence, { severity: 'warning' });
      }
      if (grants.includes('refresh_token')) return 'met';
      const text =
        'grant_types_supported does not list refresh_token, so people sign in again whenever a token expires.';
      return broken(text, evidence, { severity: 'advice' });
    }),
});
