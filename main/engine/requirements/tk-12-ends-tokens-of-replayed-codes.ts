import { defineRequirement } from '../model/requirement.ts';
import { statusOf } from '../clients/replay/replay.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { broken } from './parts/broken.ts';
import { ofAnswer } from './parts/of-probe.ts';
import { SIGN_IN_NEEDS, overTrace } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-12: one of the two was a thief. */
export const requirement = defineRequirement({
  id: 'TK-12',
  level: 'SHOULD',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A code that is used twice ends the token it gave.',
  source: 'OAuth 2.1 §4.1.3',
  shownBy: ['F81'],
  needs: SIGN_IN_NEEDS,
  check: overTrace(({ checks }) => {
    const [again, call] = [checks['code again'], checks['token after code again']];
    if (again === undefined || call === undefined) return { notSeen: 'This request was not made.' };
    // A code that works twice is TK-11’s.
    if ((statusOf(again) ?? 500) < 300) return 'not-applicable';
    return ofAnswer(call, ({ exchange, status }) => {
      if (status === 401) return 'met';
      if (status >= 300) return { notSeen: `The answer was ${status}, which does not tell.` };
      const text =
        'A code was used a second time, and the token of the first use is still good. One of the two was not the client.';
      return broken(text, [httpEvidence(exchange, 'still taken')], {
        severity: 'advice',
        whatToDo: 'End the tokens of a code that is used again.',
      });
    });
  }),
});
