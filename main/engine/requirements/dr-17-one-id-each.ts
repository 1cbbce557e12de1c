import { defineRequirement } from '../model/requirement.ts';
import type { RegistrationAttempt } from '../model/registration-evidence.ts';
import { clientAttempts, redirectsOf } from '../probe/registration/attempts.ts';
import { brokenBy, clientsOf, overRegistration } from './registration/over-registration.ts';

/** DR-17: different clients get different ids. The same body twice may give the same id (F51). */
export const requirement = defineRequirement({
  id: 'DR-17',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'Two registrations with different redirects get two ids.',
  source: 'RFC 7591 §3.2.1',
  shownBy: ['F53'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const named = clientAttempts(registration).filter((one) => one.clientId !== null);
    if (named.length < 2) return { notSeen: 'It takes two registrations that pass.' };
    const pair = named.flatMap((one) => {
      const other = named.find((two) => isSharedBy(one, two));
      return other === undefined ? [] : [[one, other]];
    })[0];
    if (pair === undefined) return 'met';
    return brokenBy(pair, {
      text: `${clientsOf(pair)} got the same client id, ${pair[0]!.clientId}, with different redirects: who registers last shares the others’ consent.`,
      whatToDo: 'Give each registration an id of its own.',
      severity: 'warning',
    });
  }),
});

function isSharedBy(one: RegistrationAttempt, two: RegistrationAttempt): boolean {
  return one.clientId === two.clientId && redirectsOf(one).join(' ') !== redirectsOf(two).join(' ');
}
