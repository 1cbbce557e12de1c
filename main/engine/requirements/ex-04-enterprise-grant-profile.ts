import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { textsOf } from './parts/scopes.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

const ID_JAG = 'urn:ietf:params:oauth:grant-profile:id-jag';

/** EX-04: a server that takes assertions of an enterprise says so in a list that can be read. */
export const requirement = defineRequirement({
  id: 'EX-04',
  level: 'MAY',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'The metadata offers enterprise-managed authorization.',
  source: 'MCP extension enterprise-managed-authorization (SEP-990)',
  shownBy: [],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      const profiles = document.json.authorization_grant_profiles_supported;
      if (profiles === undefined) return 'not-applicable';
      const listed = textsOf(profiles);
      if (listed === null)
        return broken('authorization_grant_profiles_supported is not a list, so nobody reads it.', [
          attemptEvidence(document),
        ]);
      return listed.includes(ID_JAG) ? 'met' : 'not-applicable';
    }),
});
