import { defineRequirement } from '../model/requirement.ts';
import { statusOf } from '../clients/replay/replay.ts';
import { tokenOf } from '../clients/sign-in/rounds-of.ts';
import type { Exchange } from '../model/evidence.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { tokenErrorLines } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overTrace } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-20: a client that sees 200 expects a token. */
export const requirement = defineRequirement({
  id: 'TK-20',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'Errors of the token endpoint never come with status 200.',
  source: 'OAuth 2.1 §3.2.4',
  shownBy: ['F82'],
  needs: SIGN_IN_NEEDS,
  check: overTrace((trace, signIn) => {
    const { refresh, checks } = trace;
    const asked = [
      tokenOf(signIn),
      ...AT_TOKEN_ENDPOINT.map((name) => checks[name]),
      refresh?.exchange,
      refresh?.unknown,
      refresh?.oldAgain,
    ].filter((one) => one != null);
    const wrong = asked.find(isErrorAsSuccess);
    if (wrong !== undefined) {
      const said = shownValue(jsonAnswer(wrong)?.error);
      const text = `The error “${said}” is sent with status ${statusOf(wrong)}, as if it were a token. Clients look for access_token in it and report something else.`;
      return broken(text, [httpEvidence(wrong, 'an error as success')], {
        severity: 'error',
        snippet: tokenErrorLines(400, 'invalid_grant'),
      });
    }
    const isTold = asked.some((one) => (statusOf(one) ?? 0) >= 400);
    return isTold ? 'met' : { notSeen: 'The token endpoint had no error to send.' };
  }),
});

const AT_TOKEN_ENDPOINT = [
  'code again',
  'wrong verifier',
  'no verifier',
  'other client',
  'unknown grant',
  'unknown client',
] as const;

function isErrorAsSuccess(exchange: Exchange): boolean {
  const status = statusOf(exchange) ?? 0;
  return status >= 200 && status < 300 && typeof jsonAnswer(exchange)?.error === 'string';
}
