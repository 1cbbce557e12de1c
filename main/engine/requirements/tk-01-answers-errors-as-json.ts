import type { Severity } from '../../contract/words.ts';
import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { headerOf } from '../probe/header.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { broken } from './parts/broken.ts';
import { ofAnswer, type Answered } from './parts/of-probe.ts';
import { A_TO_D } from './parts/revisions.ts';
import { ofServer, SERVER_NEEDS } from './parts/server-documents.ts';
import { shownValue } from './parts/shown-value.ts';

/** TK-01: the token endpoint takes a form and answers its errors as JSON. */
export const requirement = defineRequirement({
  id: 'TK-01',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'token',
  title: 'The token endpoint answers an empty form 400 or 401, with the error as JSON.',
  source: 'OAuth 2.1 §3.2.4',
  shownBy: ['F81'],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServer(given, ({ endpoints }) =>
      endpoints?.token == null
        ? { notSeen: 'No metadata names a token endpoint that may be asked from here.' }
        : ofAnswer(endpoints.token, judge),
    ),
});

function judge(answered: Answered): RequirementOutcome {
  const { exchange, status } = answered;
  // A redirect of the token endpoint is AS-23.
  if (status >= 300 && status < 400) return 'not-applicable';
  const fault = faultOf(answered);
  if (fault === null) return 'met';
  const [what, severity] = fault;
  return broken(
    `The token endpoint ${exchange.request.url} ${what}`,
    [httpEvidence(exchange, `an empty form answered ${status}`)],
    { severity },
  );
}

const NOTHING_THERE: readonly number[] = [404, 405, 410];

function faultOf(answered: Answered): readonly [what: string, severity: Severity] | null {
  const { status } = answered;
  const type = typeOf(answered);
  const hasError = typeof jsonAnswer(answered.exchange)?.error === 'string';
  if (NOTHING_THERE.includes(status))
    return [`answers ${status}: nothing takes a token request there.`, 'error'];
  if (status === 415)
    return ['answers 415 to a form. OAuth sends forms, so no client gets a token.', 'error'];
  if (status === 400 || status === 401) return faultOfRefusal(hasError, type);
  if (status < 300 && hasError)
    return [`sends its errors with status ${status}. Clients take that for a token.`, 'warning'];
  if (status < 300)
    return [`answers an empty form ${status} with ${type}, which no token endpoint does.`, 'error'];
  const isRefusal = hasError || status >= 500;
  return [
    `answers an empty form ${status} with ${type}; clients expect 400 or 401 and an error as JSON.`,
    isRefusal ? 'warning' : 'error',
  ];
}

function faultOfRefusal(hasError: boolean, type: string): readonly [string, Severity] | null {
  if (!hasError)
    return [
      `answers its errors with ${type} and without an error member in JSON. When a sign-in fails, its user sees a parser’s message instead of the reason.`,
      'warning',
    ];
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)
    ? null
    : [`sends its errors as ${type}, although they are JSON.`, 'advice'];
}

function typeOf({ exchange: { outcome } }: Answered): string {
  const headers = outcome.kind === 'failure' ? [] : outcome.response.headers;
  return shownValue(headerOf(headers, 'content-type') ?? 'no content type');
}
