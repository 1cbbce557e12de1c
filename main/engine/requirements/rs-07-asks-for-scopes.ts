import { defineRequirement } from '../model/requirement.ts';
import { headerEvidence } from '../modes/evidence/header-evidence.ts';
import { parameterOf } from '../probe/challenge.ts';
import { broken } from './parts/broken.ts';
import { ofBearer } from './parts/of-challenge.ts';
import { resourceInUse } from './parts/resource-documents.ts';
import { C_TO_D } from './parts/revisions.ts';
import { textsOf } from './parts/scopes.ts';

/** RS-07: the 401 asks for the scopes of basic use. */
export const requirement = defineRequirement({
  id: 'RS-07',
  level: 'SHOULD',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'The 401 says which scopes to ask for.',
  source: 'MCP authorization, Protected Resource Metadata Discovery Requirements',
  shownBy: ['F37'],
  needs: ['first', 'resourceMetadata'],
  check: ({ first, resourceMetadata }) =>
    ofBearer(first, (bearer, { exchange }) => {
      if (parameterOf(bearer, 'scope') !== null) return 'met';
      const listed = textsOf(resourceInUse(resourceMetadata)?.json.scopes_supported) ?? [];
      // Where none is listed there is nothing to ask for (PR-17), and of one there is no choice.
      if (listed.length < 2) return 'not-applicable';
      return broken(
        `The 401 does not say which scopes to ask for, so clients ask for all ${listed.length} of scopes_supported.`,
        [headerEvidence(exchange, 'WWW-Authenticate')],
        { severity: 'advice', whatToDo: 'Put the scopes of basic use into the 401: scope="…".' },
      );
    }),
});
