import { statusOf } from '../clients/replay/replay.ts';
import { defineRequirement } from '../model/requirement.ts';
import { clientAttempts, isRefused } from '../probe/registration/attempts.ts';
import {
  brokenBy,
  clientsOf,
  overRegistration,
  refusedFor,
} from './registration/over-registration.ts';

/** DR-15: a refusal is JSON with an error code, not a page. */
export const requirement = defineRequirement({
  id: 'DR-15',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'A refused registration is answered with JSON that names the error.',
  source: 'RFC 7591 §3.2.2',
  shownBy: ['F42'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const refused = refusedFor(registration, 'form');
    if (refused[0] !== undefined) {
      const status = statusOf(refused[0].exchange);
      const guess = status === 403 ? ' It may come from a firewall in front of your server.' : '';
      return brokenBy(refused, {
        text: `Registering as ${clientsOf(refused)} was answered ${status}, not in OAuth form, so nobody learns why.${guess}`,
        whatToDo:
          'Answer 400 with JSON: error invalid_redirect_uri or invalid_client_metadata, and error_description. Let POST pass your firewall at the registration endpoint.',
      });
    }
    const told = clientAttempts(registration).filter(isRefused);
    return told.some(({ json }) => typeof json?.error === 'string') ? 'met' : 'not-applicable';
  }),
});
