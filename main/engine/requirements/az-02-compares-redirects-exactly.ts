import { defineRequirement } from '../model/requirement.ts';
import type { AuthorizeVariant } from '../model/registration-evidence.ts';
import { goesOn, isSentBack, isTurnedDown } from '../probe/registration/authorize-outcome.ts';
import {
  AUTHORIZE_NEEDS,
  BASE_REFUSED,
  brokenBy,
  LOOKS_LATER,
  NOT_TRIED,
  overSignInPage,
} from './authorize/over-authorize.ts';
import { B_TO_D } from './parts/revisions.ts';

/** AZ-02: nothing but the registered address passes, the port of a loopback one excepted. */
export const requirement = defineRequirement({
  id: 'AZ-02',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'A redirect is compared with the registered one letter by letter.',
  source: 'OAuth 2.1 §2.3.1',
  shownBy: ['F75'],
  needs: AUTHORIZE_NEEDS,
  check: overSignInPage((page) => {
    if (!goesOn(page.base.attempt)) return BASE_REFUSED;
    const unknown = page.variant('unknown redirect');
    if (unknown !== null && !isTurnedDown(unknown.outcome)) return ANY_PASSES;
    const tried = LOOSE.flatMap((variant) => page.variant(variant) ?? []);
    const passed = tried.filter(({ attempt }) => goesOn(attempt) || isSentBack(attempt));
    if (passed.length === 0) return tried.length > 0 ? 'met' : NOT_TRIED;
    const isCertain = passed.some(({ attempt }) => isSentBack(attempt));
    if (!isCertain && !page.looksAtRequests) return LOOKS_LATER;
    const uris = passed.map(({ attempt }) => attempt.redirectUri).join(', ');
    return brokenBy(passed, {
      text: `Redirects are matched loosely: ${page.base.attempt.redirectUri} is registered, and these passed as well: ${uris}.`,
      ...(isCertain ? {} : { severity: 'warning' }),
    });
  }),
});

const LOOSE: readonly AuthorizeVariant[] = [
  'redirect with another path',
  'redirect with a query',
  'redirect in other case',
  'redirect with a slash',
];
const ANY_PASSES = {
  notSeen: 'Any redirect passes, so how they are compared does not show.',
} as const;
