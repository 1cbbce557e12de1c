import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { A_TO_D } from './parts/revisions.ts';
import { mustRefuse, SIGN_IN_NEEDS } from './sign-in/over-sign-in.ts';

const FORGED = mustRefuse(
  'broken signature',
  'The signature of the token is not checked: a copy with another signature was taken. Anybody can write a token.',
);
const UNSIGNED = mustRefuse(
  'unsigned copy',
  'A copy of the token without any signature (alg “none”) was taken. Anybody can write a token.',
);

/** RS-17: a token that somebody changed is no token. */
export const requirement = defineRequirement({
  id: 'RS-17',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p3',
  step: 'call',
  title: 'The signature of a token is checked.',
  source: 'OAuth 2.1 §5.2',
  shownBy: ['F38'],
  needs: SIGN_IN_NEEDS,
  check: (given): RequirementOutcome => {
    const outcomes = [FORGED(given), UNSIGNED(given)];
    const broken = outcomes.find((one) => typeof one === 'object' && 'broken' in one);
    if (broken !== undefined) return broken;
    if (outcomes.includes('met')) return 'met';
    return { notSeen: 'Only a signed token (JWT) can be changed for this.' };
  },
});
