import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { resourceInUse } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';
import { textsOf } from './parts/scopes.ts';
import { shownValue } from './parts/shown-value.ts';

/** PR-19: tokens may be sent where MCP clients send them. */
export const requirement = defineRequirement({
  id: 'PR-19',
  level: 'INFERRED',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'Tokens may be sent in the Authorization header.',
  source: 'MCP authorization, Token Requirements; RFC 9728 §2',
  shownBy: ['F16'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    const document = resourceInUse(resourceMetadata);
    const methods = textsOf(document?.json.bearer_methods_supported) ?? [];
    if (document === null || methods.length === 0) return 'not-applicable';
    if (methods.includes('header')) return 'met';
    const text = `bearer_methods_supported lists ${shownValue([...methods])} without header, but MCP clients send tokens only in the Authorization header.`;
    const snippet = '"bearer_methods_supported": ["header"]';
    return broken(text, [attemptEvidence(document)], { severity: 'warning', snippet });
  },
});
