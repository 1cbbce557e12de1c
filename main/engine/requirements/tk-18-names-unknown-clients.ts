import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { tokenErrorLines } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overCheck } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-18: so that it registers again. */
export const requirement = defineRequirement({
  id: 'TK-18',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A client that nobody registered is answered 401 invalid_client.',
  source: 'OAuth 2.1 §3.2.4',
  shownBy: ['F81'],
  needs: SIGN_IN_NEEDS,
  check: overCheck('unknown client', ({ exchange, status }) => {
    const error = jsonAnswer(exchange)?.error;
    if ((status === 401 || status === 400) && error === 'invalid_client') return 'met';
    // An error that is sent as 200 is TK-20’s.
    if (status < 300 && typeof error === 'string') return 'not-applicable';
    const came = `${status}${typeof error === 'string' ? ` with “${shownValue(error)}”` : ' without an error in JSON'}`;
    const text = `A client that nobody registered is answered ${came}, not 401 with invalid_client. A client that was forgotten does not learn that it has to register again.`;
    return broken(text, [httpEvidence(exchange, `answered ${came}`)], {
      severity: 'warning',
      snippet: tokenErrorLines(401, 'invalid_client'),
    });
  }),
});
