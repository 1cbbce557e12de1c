import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { resourceInUse } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';
import { challengeScopes, textsOf } from './parts/scopes.ts';

/** PR-17: clients can learn which scopes to ask for. */
export const requirement = defineRequirement({
  id: 'PR-17',
  level: 'RECOMMENDED',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The metadata or the 401 says which scopes there are.',
  source: 'RFC 9728 §2',
  shownBy: ['F16'],
  needs: ['first', 'resourceMetadata'],
  check: ({ first, resourceMetadata }) => {
    const document = resourceInUse(resourceMetadata);
    if (document === null) return 'not-applicable';
    const listed = textsOf(document.json.scopes_supported) ?? [];
    if (listed.length > 0 || challengeScopes(first).length > 0) return 'met';
    const text =
      'Neither scopes_supported nor the 401 names a scope, so clients ask for none at all.';
    return broken(text, [attemptEvidence(document)]);
  },
});
