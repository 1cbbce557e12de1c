import type { Severity } from '../../contract/words.ts';
import { defineRequirement } from '../model/requirement.ts';
import { headerEvidence } from '../modes/evidence/header-evidence.ts';
import { parameterOf, type Challenge } from '../probe/challenge.ts';
import { broken } from './parts/broken.ts';
import { ofBearer } from './parts/of-challenge.ts';
import { resourceInUse } from './parts/resource-documents.ts';
import { A_TO_D } from './parts/revisions.ts';
import { textsOf } from './parts/scopes.ts';
import { shownValue } from './parts/shown-value.ts';

/** RS-08: parameters of the challenge come once, and its scope is a list of scopes. */
export const requirement = defineRequirement({
  id: 'RS-08',
  level: 'MUST NOT',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'scope, error and realm come once, and scope is a list with spaces.',
  source: 'RFC 6750 §3',
  shownBy: ['F37'],
  needs: ['first', 'resourceMetadata'],
  check: ({ first, resourceMetadata }) =>
    ofBearer(first, (bearer, { exchange }) => {
      const known = textsOf(resourceInUse(resourceMetadata)?.json.scopes_supported) ?? [];
      const fault = scopeFault(parameterOf(bearer, 'scope'), known) ?? repetition(bearer);
      if (fault === null) return 'met';
      const { text, ...more } = fault;
      return broken(text, [headerEvidence(exchange, 'WWW-Authenticate')], more);
    }),
});

interface Fault {
  readonly text: string;
  readonly severity: Severity;
  readonly whatToDo: string;
}

const SPACES = 'Write the scopes with one space between them: scope="read write".';
/** What a scope may not hold (RFC 6749 §3.3). */
const ILLEGAL = /[^\x20\x21\x23-\x5b\x5d-\x7e]/;

function scopeFault(scope: string | null, known: readonly string[]): Fault | null {
  if (scope === null) return null;
  const shown = shownValue(scope);
  const scopes = scope.split(' ');
  if (ILLEGAL.test(scope))
    return wrong(`The scope in the 401 has characters that no scope may have (“${shown}”).`);
  // A comma is legal inside a scope; one that no document lists separates two.
  if (scopes.some((one) => one.includes(',') && !known.includes(one)))
    return wrong(
      `The scope in the 401 is separated by commas (“${shown}”). Clients take that for one scope, and the authorization server does not know it.`,
    );
  if (!scopes.includes('')) return null;
  return {
    text: `The scope in the 401 has a space too many or is empty (“${shown}”). Clients pass it on as it is.`,
    severity: 'warning',
    whatToDo: SPACES,
  };
}

function wrong(text: string): Fault {
  return { text, severity: 'error', whatToDo: SPACES };
}

function repetition({ parameters }: Challenge): Fault | null {
  const names = parameters.map(([name]) => name);
  const twice = ['scope', 'error', 'realm'].find(
    (name) => names.filter((one) => one === name).length > 1,
  );
  return twice === undefined
    ? null
    : {
        text: `The 401 says ${twice} more than once, and clients read only one of them.`,
        severity: 'warning',
        whatToDo: `Say ${twice} once.`,
      };
}
