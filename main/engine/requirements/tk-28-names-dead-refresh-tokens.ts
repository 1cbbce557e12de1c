import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { tokenErrorLines } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { ofAnswer } from './parts/of-probe.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overRefresh } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-28: a client begins a new sign-in on that, and on nothing else. */
export const requirement = defineRequirement({
  id: 'TK-28',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'refresh',
  title: 'A refresh token that is no good is answered 400 invalid_grant.',
  source: 'OAuth 2.1 §3.2.4',
  shownBy: ['F91'],
  needs: SIGN_IN_NEEDS,
  check: overRefresh(({ unknown }) => {
    if (unknown === null) return { notSeen: 'No refresh token that never was, was tried.' };
    return ofAnswer(unknown, ({ exchange, status }) => {
      const error = jsonAnswer(exchange)?.error;
      if (status === 400 && error === 'invalid_grant') return 'met';
      // The client is not known, which comes first (F50).
      if (error === 'invalid_client') return 'not-applicable';
      if (status < 300 && typeof error === 'string') return 'not-applicable';
      const came = `${status}${typeof error === 'string' ? ` with “${shownValue(error)}”` : ' without an error in JSON'}`;
      const text = `A refresh token that is no good is answered ${came}, not 400 with invalid_grant. Clients then do not begin a new sign-in.`;
      return broken(text, [httpEvidence(exchange, `answered ${came}`)], {
        snippet: tokenErrorLines(400, 'invalid_grant'),
      });
    });
  }),
});
