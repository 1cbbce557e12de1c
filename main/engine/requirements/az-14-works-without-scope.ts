import { defineRequirement } from '../model/requirement.ts';
import { goesOn, isTurnedDown } from '../probe/registration/authorize-outcome.ts';
import { namesScope } from './authorize/scope-of.ts';
import {
  AUTHORIZE_NEEDS,
  BASE_REFUSED,
  brokenBy,
  overSignInPage,
  type Opened,
  UNCLEAR,
  wordsOf,
} from './authorize/over-authorize.ts';
import { C_TO_D } from './parts/revisions.ts';

/** AZ-14: clients leave the scope out where none is advertised. */
export const requirement = defineRequirement({
  id: 'AZ-14',
  level: 'INFERRED',
  revisions: C_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'A request without a scope is taken.',
  source: 'MCP authorization, Scope Selection Strategy',
  shownBy: ['F65'],
  needs: AUTHORIZE_NEEDS,
  check: overSignInPage((page) => {
    const refused = page.refusedFor('scope').filter((one) => !namesScope(one));
    if (refused.length > 0) return brokenBy(refused, { text: textOf(refused), severity: 'error' });
    if (!goesOn(page.base.attempt)) return BASE_REFUSED;
    const without = page.variant('without scope');
    if (without === null || goesOn(without.attempt)) return 'met';
    if (!isTurnedDown(without.outcome)) return UNCLEAR;
    return brokenBy([without], { text: textOf([without]), severity: 'warning' });
  }),
});

function textOf(refused: readonly Opened[]): string {
  return `Without a scope the sign-in is refused: it ${wordsOf(refused)}. Clients that find none advertised send none.`;
}
