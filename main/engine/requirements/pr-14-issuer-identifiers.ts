import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { issuerFault } from '../modes/evidence/issuer-fault.ts';
import { broken } from './parts/broken.ts';
import { firstDocument } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';
import { textsOf } from './parts/scopes.ts';
import { shownValue } from './parts/shown-value.ts';

/** PR-14: what is listed are issuer identifiers. */
export const requirement = defineRequirement({
  id: 'PR-14',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'Each authorization server is an https address without query.',
  source: 'RFC 8414 §2',
  shownBy: ['F27'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    const document = firstDocument(resourceMetadata);
    const issuers = textsOf(document?.json.authorization_servers) ?? [];
    if (document === null || issuers.length === 0) return 'not-applicable';
    const wrong = issuers.find((one) => issuerFault(one) !== null);
    if (wrong === undefined) return 'met';
    const text = `${shownValue(wrong)} is not an issuer identifier: it ${issuerFault(wrong)}.`;
    return broken(text, [attemptEvidence(document)]);
  },
});
