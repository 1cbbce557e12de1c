import { defineRequirement } from '../model/requirement.ts';
import type { RegistrationAttempt } from '../model/registration-evidence.ts';
import { answerDefect, type AnswerDefect } from '../probe/registration/answer-defect.ts';
import { clientAttempts, isMade } from '../probe/registration/attempts.ts';
import { brokenBy, overRegistration } from './registration/over-registration.ts';

/** These two are told by their own requirements, DR-03 and DR-04. */
const TOLD = ['client_id is missing', 'redirect_uris is missing'];

/** DR-06: no member of the answer is null, empty or of another form than the standard has it. */
export const requirement = defineRequirement({
  id: 'DR-06',
  level: 'COMPAT',
  revisions: [],
  phase: 'p1',
  step: 'registration',
  title: 'No member of the answer to a registration is null or of another form.',
  source: 'Schema of the MCP TypeScript SDKs; RFC 7591 §2 and §3.2.1',
  shownBy: ['F47'],
  needs: ['registration'],
  check: overRegistration((registration) => {
    const made = clientAttempts(registration).filter((one) => isMade(one) && one.json !== null);
    const bad = made.filter((one) => defectOf(one) !== null);
    const defect = bad[0] === undefined ? null : defectOf(bad[0]);
    if (defect !== null)
      return brokenBy(bad, {
        text: `${defect.member} ${defect.what}; clients on the TypeScript SDK reject the whole answer.`,
        whatToDo: `Leave ${defect.member} out where there is nothing to say, or give it the form of RFC 7591.`,
        severity: 'error',
      });
    return made.length > 0 ? 'met' : 'not-applicable';
  }),
});

function defectOf({ json }: RegistrationAttempt): AnswerDefect | null {
  const defect = json === null ? null : answerDefect(json, 'strict');
  const isTold = defect !== null && TOLD.includes(`${defect.member} ${defect.what}`);
  return isTold ? null : defect;
}
