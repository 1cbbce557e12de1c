import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { firstDocument } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';
import { shownValue } from './parts/shown-value.ts';

/** PR-07: the document says which server it is about. */
export const requirement = defineRequirement({
  id: 'PR-07',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The metadata names its resource.',
  source: 'RFC 9728 §2',
  shownBy: ['F23', 'F27'],
  needs: ['url', 'resourceMetadata'],
  check: ({ url, resourceMetadata }) => {
    const document = firstDocument(resourceMetadata);
    if (document === null) return 'not-applicable';
    const { resource } = document.json;
    if (typeof resource === 'string') return 'met';
    const what = resource === undefined ? 'is missing' : `is ${shownValue(resource)}, no text`;
    const text = `resource ${what} in ${document.url}, so clients drop the document.`;
    const snippet = `"resource": ${JSON.stringify(url)}`;
    return broken(text, [attemptEvidence(document)], { snippet });
  },
});
