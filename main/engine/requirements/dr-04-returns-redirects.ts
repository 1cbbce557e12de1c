import { defineRequirement } from '../model/requirement.ts';
import type { RegistrationAttempt } from '../model/registration-evidence.ts';
import { clientAttempts, isMade, redirectsOf } from '../probe/registration/attempts.ts';
import { brokenBy, clientsOf, overRegistration } from './registration/over-registration.ts';

/** DR-04: the answer repeats what was registered, above all the redirect URIs. */
export const requirement = defineRequirement({
  id: 'DR-04',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'The answer to a registration repeats its redirect_uris.',
  source: 'RFC 7591 §3.2.1',
  shownBy: ['F47'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const made = clientAttempts(registration).filter((one) => isMade(one) && one.json !== null);
    const without = made.filter(({ json }) => !Array.isArray(json?.redirect_uris));
    if (without.length > 0)
      return brokenBy(without, {
        text: 'The answer leaves out redirect_uris; every client on the TypeScript SDK stops here.',
        whatToDo: 'Return the whole registration, with redirect_uris as they were sent.',
      });
    const changed = made.find((one) => droppedIn(one).length > 0);
    if (changed !== undefined)
      return brokenBy([changed], {
        text: `The answer to ${clientsOf([changed])} leaves out the redirect ${droppedIn(changed).join(' and ')}, which it will ask to be sent back to.`,
        // With one left it can still be sent back; without, the sign-in ends on an error page.
        severity: keepsOne(changed) ? 'warning' : 'error',
      });
    return made.length > 0 ? 'met' : 'not-applicable';
  }),
});

function droppedIn(attempt: RegistrationAttempt): readonly string[] {
  const listed = attempt.json?.redirect_uris;
  return redirectsOf(attempt).filter((one) => Array.isArray(listed) && !listed.includes(one));
}

function keepsOne(attempt: RegistrationAttempt): boolean {
  return droppedIn(attempt).length < redirectsOf(attempt).length;
}
