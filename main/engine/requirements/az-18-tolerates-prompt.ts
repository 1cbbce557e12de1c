import { defineRequirement } from '../model/requirement.ts';
import { goesOn, isTurnedDown } from '../probe/registration/authorize-outcome.ts';
import {
  AUTHORIZE_NEEDS,
  BASE_REFUSED,
  brokenBy,
  overSignInPage,
  type Opened,
  UNCLEAR,
  wordsOf,
} from './authorize/over-authorize.ts';

/** AZ-18: clients on a TypeScript SDK ask for consent when they want to stay signed in. */
export const requirement = defineRequirement({
  id: 'AZ-18',
  level: 'COMPAT',
  revisions: [],
  phase: 'p1',
  step: 'authorize',
  title: 'prompt=consent is tolerated.',
  source: 'MCP TypeScript SDK: sent along with offline_access',
  shownBy: ['F77'],
  needs: AUTHORIZE_NEEDS,
  check: overSignInPage((page) => {
    const refused = page.refusedFor('prompt');
    if (refused.length > 0) return brokenBy(refused, { text: textOf(refused), severity: 'error' });
    if (!goesOn(page.base.attempt)) return BASE_REFUSED;
    const prompted = page.variant('prompt consent');
    if (prompted === null || goesOn(prompted.attempt)) return 'met';
    if (!isTurnedDown(prompted.outcome)) return UNCLEAR;
    return brokenBy([prompted], { text: textOf([prompted]) });
  }),
});

function textOf(refused: readonly Opened[]): string {
  return `With prompt=consent the sign-in page ${wordsOf(refused)}. Clients on a TypeScript SDK send it along with offline_access.`;
}
