import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { resourceInUse } from './parts/resource-documents.ts';
import { textsOf } from './parts/scopes.ts';
import { shownValue } from './parts/shown-value.ts';

/** More than a person reads on a consent page: a heuristic, so it is advice (INFERRED). */
const MANY = 20;
const BROAD = /\*|(^|[:./_-])(admin|administrator|root|superuser|all|full[_-]?access)$/i;

/** PR-18: only what is needed is asked for. */
export const requirement = defineRequirement({
  id: 'PR-18',
  level: 'SHOULD',
  revisions: ['2026-07-28'],
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The metadata lists few scopes, and none for everything.',
  source: 'MCP security best practices, Scope Minimization',
  shownBy: ['F16'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    const document = resourceInUse(resourceMetadata);
    const scopes = textsOf(document?.json.scopes_supported) ?? [];
    if (document === null || scopes.length === 0) return 'not-applicable';
    const broad = scopes.find((one) => BROAD.test(one.slice(0, 200)));
    if (scopes.length <= MANY && broad === undefined) return 'met';
    const what = broad === undefined ? `${scopes.length} scopes` : `the scope ${shownValue(broad)}`;
    const text = `scopes_supported lists ${what}, and clients ask for all that is listed. List what a first use needs, and ask for more with a 403 when it is needed.`;
    return broken(text, [attemptEvidence(document)], { severity: 'advice' });
  },
});
