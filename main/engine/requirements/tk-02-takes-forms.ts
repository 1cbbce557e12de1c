import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { broken } from './parts/broken.ts';
import type { Answered } from './parts/of-probe.ts';
import { SIGN_IN_NEEDS, overTokenAnswer } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-02: OAuth sends forms. */
export const requirement = defineRequirement({
  id: 'TK-02',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A token request is a form (application/x-www-form-urlencoded).',
  source: 'OAuth 2.1 §3.2.2',
  shownBy: ['F81'],
  needs: SIGN_IN_NEEDS,
  check: overTokenAnswer((answered) => {
    const fault = faultOf(answered);
    if (fault === null) return 'met';
    const { exchange, status } = answered;
    return broken(fault, [httpEvidence(exchange, `a form answered ${status}`)]);
  }),
});

function faultOf({ exchange, status }: Answered): string | null {
  const error = jsonAnswer(exchange)?.error;
  const body = exchange.outcome.kind === 'failure' ? '' : exchange.outcome.response.body;
  const isAboutForm =
    /content.?type|application\/json|unsupported media|www-form|\b(?:request )?body\b|expected json/i.test(
      body,
    );
  if (status === 415 || (status >= 400 && isAboutForm))
    return 'The token endpoint wants JSON; OAuth sends forms, so no client gets a token.';
  if (status >= 500)
    return `The token endpoint answers ${status} to the form of a token request, so no client gets a token.`;
  // Another error in OAuth form was about what stands in the form, so it was read.
  if (status < 400 || typeof error === 'string') return null;
  return `The token endpoint answers ${status} without an error in JSON, so nobody learns what it did not like.`;
}
