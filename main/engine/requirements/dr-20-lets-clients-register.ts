import { defineRequirement } from '../model/requirement.ts';
import type { RegistrationAttempt } from '../model/registration-evidence.ts';
import { headerOf } from '../probe/header.ts';
import { isMade } from '../probe/registration/attempts.ts';
import { forgottenClients } from '../probe/registration/forgotten-clients.ts';
import { refusalOf } from '../probe/registration/refusal.ts';
import { refusalWords } from '../probe/registration/refusal-words.ts';
import { brokenBy, overRegistration } from './registration/over-registration.ts';

/** DR-20: registration is not limited to so few that clients lock each other out. */
export const requirement = defineRequirement({
  id: 'DR-20',
  level: 'INFERRED',
  revisions: [],
  phase: 'p1',
  step: 'registration',
  title: 'A few clients can register one after the other.',
  source: 'Registration in use; the MCP SDK’s own router allows 20 an hour',
  shownBy: ['F49'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const { attempts } = registration;
    const limited = attempts.find((one) => refusalOf(one, []) === 'limit');
    const before = attempts.filter(isMade).length;
    if (limited === undefined && forgottenClients(registration).length > 0)
      return { notSeen: 'Registered clients were unknown right after (F50).' };
    if (limited === undefined)
      return attempts.length > 1 ? 'met' : { notSeen: 'It takes more than one registration.' };
    const count = before === 1 ? 'one registration' : `${before} registrations`;
    const when = before === 0 ? 'already at the first registration' : `after ${count} of ours`;
    return brokenBy([limited], {
      text: `Registration is limited: ${when} it was answered ${refusalWords(limited)}${waitOf(limited)}.`,
      severity: before === 0 ? 'error' : 'warning',
    });
  }),
});

function waitOf({ exchange: { outcome } }: RegistrationAttempt): string {
  const wait =
    outcome.kind === 'response' ? headerOf(outcome.response.headers, 'retry-after') : null;
  return wait === null ? '' : `, with Retry-After: ${wait}`;
}
