import { defineRequirement } from '../model/requirement.ts';
import { isMade, isRefused } from '../probe/registration/attempts.ts';
import { refusalOf } from '../probe/registration/refusal.ts';
import { refusalWords } from '../probe/registration/refusal-words.ts';
import {
  brokenBy,
  clientsOf,
  overRegistration,
  refusedFor,
} from './registration/over-registration.ts';

/** DR-12: members that a server does not know are ignored. */
export const requirement = defineRequirement({
  id: 'DR-12',
  level: 'MUST',
  revisions: ['2026-07-28'],
  phase: 'p1',
  step: 'registration',
  title: 'Members of a registration that the server does not know are ignored.',
  source: 'RFC 7591 §2; SEP-837',
  shownBy: ['F48'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const refused = refusedFor(registration, 'unknown member');
    const whatToDo =
      'Ignore members that you do not know, and ask for none that RFC 7591 makes optional.';
    if (refused[0] !== undefined)
      return brokenBy(refused, {
        text: `Unknown fields make registration fail: as ${clientsOf(refused)} it was answered ${refusalWords(refused[0])}.`,
        whatToDo,
      });
    const probe = registration.attempts.find((one) => one.variant === 'with an unknown member');
    if (probe !== undefined && isMade(probe)) return 'met';
    if (probe === undefined || !isRefused(probe) || refusalOf(probe, []) === 'limit')
      return { notSeen: 'No registration passed to which an unknown field could be added.' };
    return brokenBy([probe], {
      text: `Unknown fields make registration fail: with one more field it was answered ${refusalWords(probe)}. Today’s clients pass; the next field that one of them adds locks it out.`,
      whatToDo,
      severity: 'warning',
    });
  }),
});
