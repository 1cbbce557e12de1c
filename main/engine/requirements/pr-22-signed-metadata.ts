import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { firstDocument } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';
import { shownValue } from './parts/shown-value.ts';

/** Three parts in base64url, as a JSON Web Signature is written (RFC 7515 §7.1). */
const SIGNED = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** PR-22: signed_metadata is a signed JWT. Its signature is not verified: no key is at hand. */
export const requirement = defineRequirement({
  id: 'PR-22',
  level: 'MAY',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'signed_metadata, where it is there, is a signed JWT.',
  source: 'RFC 9728 §2.2',
  shownBy: ['F16'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    const document = firstDocument(resourceMetadata);
    const signed = document?.json.signed_metadata;
    if (document === null || signed === undefined) return 'not-applicable';
    if (typeof signed === 'string' && SIGNED.test(signed))
      return { notSeen: 'Whether its signature holds: the key of the resource would tell.' };
    const text = `signed_metadata is no signed JWT: ${shownValue(signed)}.`;
    return broken(text, [attemptEvidence(document)]);
  },
});
