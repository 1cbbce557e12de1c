import { isUrl } from '../../contract/is-url.ts';
import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { firstDocument } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';
import { isSecureUrl } from './parts/secure-url.ts';
import { shownValue } from './parts/shown-value.ts';

/** PR-08: an identifier of a resource is an https address without fragment. */
export const requirement = defineRequirement({
  id: 'PR-08',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The resource is an https address without fragment.',
  source: 'RFC 9728 §1.2',
  shownBy: ['F26', 'F27'],
  needs: ['url', 'resourceMetadata'],
  check: ({ url, resourceMetadata }) => {
    const document = firstDocument(resourceMetadata);
    const resource = document?.json.resource;
    if (document === null || typeof resource !== 'string') return 'not-applicable';
    const fault = faultOf(resource);
    if (fault === null) return 'met';
    const text = `resource ${fault}: ${shownValue(resource)}.`;
    const snippet = `"resource": ${JSON.stringify(url)}`;
    return broken(text, [attemptEvidence(document)], { snippet });
  },
});

/** The URL parser drops them in silence, so a comparison of the parsed form misses them. */
const CONTROL = /[\u0000-\u0020\u007f]/u;

function faultOf(resource: string): string | null {
  if (!isUrl(resource)) return 'is no absolute address';
  if (CONTROL.test(resource)) return 'holds characters that no address may hold';
  if (!isSecureUrl(resource)) return 'is not https';
  return resource.includes('#') ? 'has a fragment (#)' : null;
}
