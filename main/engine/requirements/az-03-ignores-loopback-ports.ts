import { defineRequirement } from '../model/requirement.ts';
import type { RequirementOutcome } from '../model/requirement.ts';
import { goesOn, isTurnedDown } from '../probe/registration/authorize-outcome.ts';
import {
  AUTHORIZE_NEEDS,
  BASE_REFUSED,
  brokenBy,
  namesOf,
  overSignInPage,
  type Opened,
  UNCLEAR,
  wordsOf,
} from './authorize/over-authorize.ts';
import { A_TO_D } from './parts/revisions.ts';

/** AZ-03: programs on the user’s machine take whatever port is free. */
export const requirement = defineRequirement({
  id: 'AZ-03',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p1',
  step: 'authorize',
  title: 'A registered redirect is taken, and one on loopback with any port.',
  source: 'RFC 8252 §7.3; OAuth 2.1 §2.3.1',
  shownBy: ['F44'],
  needs: AUTHORIZE_NEEDS,
  check: overSignInPage((page) => {
    const refused = page.refusedFor('redirect');
    if (refused.length > 0) return redirectRefused(refused);
    if (!goesOn(page.base.attempt)) return BASE_REFUSED;
    const other = page.variant('other loopback port');
    // The port of a client-id document is CI-13’s.
    const isDocument = page.base.attempt.variant === 'client-id document';
    if (other === null || isDocument) return NO_LOOPBACK;
    if (goesOn(other.attempt)) return 'met';
    return isTurnedDown(other.outcome) ? portRefused(other, page.base) : UNCLEAR;
  }),
});

const NO_LOOPBACK = { notSeen: 'No client with a loopback redirect was registered.' } as const;

/** An error that comes back to the other port was let through by one part and refused by the next. */
function portRefused(other: Opened, base: Opened): RequirementOutcome {
  const isBack = other.outcome.kind === 'error-redirect';
  return brokenBy([other], {
    text: `The port of loopback redirects is compared: ${base.attempt.redirectUri} is registered, and ${other.attempt.redirectUri} ${wordsOf([other])}. Clients that take a free port at each sign-in fail.`,
    ...(isBack ? { severity: 'advice' } : {}),
  });
}

/** Of an app’s own scheme the specification says nothing; of localhost and https it does (DR-11). */
function redirectRefused(refused: readonly Opened[]): RequirementOutcome {
  const owed = refused.filter(({ attempt }) => /^https?:/.test(attempt.redirectUri));
  const told = owed.length > 0 ? owed : refused;
  const [first] = told;
  return brokenBy(told, {
    text: `The sign-in page ${wordsOf(told)} for a redirect that was registered: ${first?.attempt.redirectUri ?? ''} (${namesOf(told)}).`,
    whatToDo:
      'Compare redirects at the sign-in with the same rules as at registration, and refuse there what will not be taken here.',
    ...(owed.length > 0 ? {} : { severity: 'advice' }),
  });
}
