import { statusOf } from '../clients/replay/replay.ts';
import { defineRequirement } from '../model/requirement.ts';
import { clientAttempts, isMade } from '../probe/registration/attempts.ts';
import { refusalWords } from '../probe/registration/refusal-words.ts';
import {
  brokenBy,
  clientsOf,
  overRegistration,
  refusedFor,
} from './registration/over-registration.ts';

/** DR-02: a registration that is in order is answered 201. */
export const requirement = defineRequirement({
  id: 'DR-02',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'A registration in order is answered 201.',
  source: 'RFC 7591 §3.2.1',
  shownBy: ['F42'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const refused = refusedFor(registration, 'other');
    const made = clientAttempts(registration).filter(isMade);
    if (refused[0] !== undefined)
      return brokenBy(refused, {
        text: `Registering as ${clientsOf(refused)} was answered ${refusalWords(refused[0])} instead of 201.`,
        // Where others pass, only these are stopped.
        severity: made.length === 0 ? 'error' : 'warning',
      });
    const other = made.filter(({ exchange }) => statusOf(exchange) !== 201);
    if (other[0] !== undefined)
      return brokenBy(other, {
        text: `Registration answered ${statusOf(other[0].exchange)}. The standard says 201; shipped clients take this as well.`,
        whatToDo: 'Answer 201 where a client was registered.',
        severity: 'warning',
      });
    return made.length > 0 ? 'met' : 'not-applicable';
  }),
});
