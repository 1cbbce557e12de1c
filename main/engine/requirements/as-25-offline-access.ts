import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { textsOf } from './parts/scopes.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** AS-25: clients that need offline_access for a refresh token can ask for it. Never a finding. */
export const requirement = defineRequirement({
  id: 'AS-25',
  level: 'MAY',
  revisions: ['2026-07-28'],
  phase: 'p0',
  step: 'server-metadata',
  title: 'The authorization server lists offline_access.',
  source: 'SEP-2207; MCP authorization, Refresh Tokens',
  shownBy: [],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      const scopes = textsOf(document.json.scopes_supported);
      if (scopes === null) return 'not-applicable';
      if (scopes.includes('offline_access')) return 'met';
      const text =
        'offline_access is not listed. Where the server gives refresh tokens only for it, people sign in again whenever a token expires.';
      return broken(text, [attemptEvidence(document)]);
    }),
});
