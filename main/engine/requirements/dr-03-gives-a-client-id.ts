import { defineRequirement } from '../model/requirement.ts';
import { headerOf } from '../probe/header.ts';
import type { RegistrationAttempt } from '../model/registration-evidence.ts';
import { clientAttempts, isMade } from '../probe/registration/attempts.ts';
import { brokenBy, overRegistration } from './registration/over-registration.ts';

/** DR-03: the answer to a registration is JSON with a client_id, and is not kept in a cache. */
export const requirement = defineRequirement({
  id: 'DR-03',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'A registration is answered with JSON that has a client_id, and is not cached.',
  source: 'RFC 7591 §3.2.1',
  shownBy: ['F47'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const made = clientAttempts(registration).filter(isMade);
    const nameless = made.filter((one) => one.clientId === null);
    if (nameless[0] !== undefined)
      return brokenBy(nameless, {
        text: `No client_id came back: the answer ${nameless[0].json === null ? 'is not a JSON object' : 'has none that is a text'}.`,
        whatToDo: 'Answer a registration with a JSON object that has client_id as a text.',
      });
    const cached = made.filter((one) => !isKeptFromCaches(one));
    if (cached.length > 0)
      return brokenBy(cached, {
        text: 'The answer to a registration has no Cache-Control: no-store, so a proxy may keep it.',
        snippet: 'Cache-Control: no-store',
        severity: 'advice',
      });
    return made.length > 0 ? 'met' : 'not-applicable';
  }),
});

function isKeptFromCaches({ exchange: { outcome } }: RegistrationAttempt): boolean {
  if (outcome.kind === 'failure') return false;
  return /no-store/i.test(headerOf(outcome.response.headers, 'cache-control') ?? '');
}
