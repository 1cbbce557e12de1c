import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { broken } from './parts/broken.ts';
import { ofAnswer } from './parts/of-probe.ts';
import { SIGN_IN_NEEDS, overRefresh } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-26: a short grace for lost answers is usual, and told as such. */
export const requirement = defineRequirement({
  id: 'TK-26',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'refresh',
  title: 'A refresh token that was replaced is no longer good.',
  source: 'OAuth 2.1 §4.3.1',
  shownBy: ['F91'],
  needs: SIGN_IN_NEEDS,
  check: overRefresh(({ rotation, oldAgain }) => {
    if (rotation !== 'new') return 'not-applicable';
    if (oldAgain === null) return { notSeen: 'The old refresh token was not tried again.' };
    return ofAnswer(oldAgain, ({ exchange, status }) => {
      if (status >= 400 || typeof jsonAnswer(exchange)?.error === 'string') return 'met';
      const text =
        'An old refresh token still works after it was replaced. Some servers leave it a short time of grace; for longer, a stolen one goes unnoticed.';
      return broken(text, [httpEvidence(exchange, 'the old one, used again')], {
        severity: 'advice',
        whatToDo: 'Keep the time of grace to a minute, and end all tokens when an older one comes.',
      });
    });
  }),
});
