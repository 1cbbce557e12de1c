import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { tokenErrorLines } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overCheck } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-19: the error says what it is about. */
export const requirement = defineRequirement({
  id: 'TK-19',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A grant that the server does not know is answered unsupported_grant_type.',
  source: 'OAuth 2.1 §3.2.4',
  shownBy: ['F81'],
  needs: SIGN_IN_NEEDS,
  check: overCheck('unknown grant', ({ exchange, status }) => {
    const error = jsonAnswer(exchange)?.error;
    if (status === 400 && error === 'unsupported_grant_type') return 'met';
    // The client is not known, which comes first (F50).
    if (error === 'invalid_client') return 'not-applicable';
    // An error that is sent as 200 is TK-20’s.
    if (status < 300 && typeof error === 'string') return 'not-applicable';
    const came = `${status}${typeof error === 'string' ? ` with “${shownValue(error)}”` : ' without an error in JSON'}`;
    const text = `A grant that nobody knows is answered ${came}, not 400 with unsupported_grant_type.`;
    return broken(text, [httpEvidence(exchange, `answered ${came}`)], {
      severity: 'warning',
      snippet: tokenErrorLines(400, 'unsupported_grant_type'),
    });
  }),
});
