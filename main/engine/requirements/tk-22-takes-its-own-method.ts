import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { broken } from './parts/broken.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overTokenAnswer } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-22: what was registered holds. */
export const requirement = defineRequirement({
  id: 'TK-22',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'The way of client authentication that a registration gave works at the token endpoint.',
  source: 'RFC 7591 §3.2.1',
  shownBy: ['F81'],
  needs: SIGN_IN_NEEDS,
  check: overTokenAnswer(({ exchange, status }, round) => {
    const given = round.registration === null ? null : jsonAnswer(round.registration);
    const method = given?.token_endpoint_auth_method;
    if (typeof method !== 'string') return 'not-applicable';
    if (status < 300) return 'met';
    // A secret in the header is TK-21’s.
    if (method === 'client_secret_basic') return 'not-applicable';
    if (jsonAnswer(exchange)?.error !== 'invalid_client')
      return { notSeen: 'The token request was refused for another reason.' };
    const text = `Registration gave the client the method “${shownValue(method)}”, and the token endpoint refuses the client that uses it.`;
    return broken(text, [httpEvidence(exchange, `answered ${status} invalid_client`)]);
  }),
});
