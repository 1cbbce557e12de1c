import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { C_TO_D } from './parts/revisions.ts';
import { ofServer, SERVER_NEEDS, serverDocuments } from './parts/server-documents.ts';

/** AS-04: an OpenID document is found by clients since 2025-11-25 only. */
export const requirement = defineRequirement({
  id: 'AS-04',
  level: 'MAY',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'There is an OAuth document beside the OpenID one.',
  source: 'MCP authorization, Authorization Server Metadata Discovery',
  shownBy: ['F28'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, (server) => {
      const documents = serverDocuments(server);
      const openid = documents.find(({ place }) => place !== 'oauth');
      if (openid === undefined) return 'not-applicable';
      if (documents.some(({ place }) => place === 'oauth')) return 'met';
      const text = `Only an OpenID document is found, at ${openid.url}. Clients of 2025-06-18 and older do not look there.`;
      return broken(text, [attemptEvidence(openid)]);
    }),
});
