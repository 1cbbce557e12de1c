import { defineRequirement } from '../model/requirement.ts';
import type { Severity } from '../../contract/words.ts';
import type { Exchange } from '../model/evidence.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { headerOf } from '../probe/header.ts';
import { jsonAnswer } from '../probe/registration/json-answer.ts';
import { TOKEN_LINES } from '../modes/words/sign-in-lines.ts';
import { broken } from './parts/broken.ts';
import { shownValue } from './parts/shown-value.ts';
import { SIGN_IN_NEEDS, overTokenAnswer } from './sign-in/over-sign-in.ts';
import { A_TO_D } from './parts/revisions.ts';

/** TK-03: it is read by programs and kept by nobody else. */
export const requirement = defineRequirement({
  id: 'TK-03',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p2',
  step: 'token',
  title: 'A token answer is JSON with status 200 and Cache-Control: no-store.',
  source: 'OAuth 2.1 §3.2.3',
  shownBy: ['F82'],
  needs: SIGN_IN_NEEDS,
  check: overTokenAnswer(({ exchange, status }) => {
    if (status >= 300) return NO_TOKEN;
    const [text, severity] = faultOf(exchange, status) ?? [null, 'error' as const];
    if (text === null) return 'met';
    return broken(text, [httpEvidence(exchange, `answered ${status}`)], {
      severity,
      snippet: TOKEN_LINES,
    });
  }),
});

const NO_TOKEN = { notSeen: 'The sign-in brought no token.' } as const;

function faultOf(exchange: Exchange, status: number): readonly [string, Severity] | null {
  const headers = exchange.outcome.kind === 'failure' ? [] : exchange.outcome.response.headers;
  const type = headerOf(headers, 'content-type') ?? 'no content type';
  if (jsonAnswer(exchange) === null)
    return [
      `The token answer is ${shownValue(type)} and no JSON object; clients read JSON only.`,
      'error',
    ];
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type))
    return [`The token answer is sent as ${shownValue(type)}, although it is JSON.`, 'warning'];
  if (!/no-store/i.test(headerOf(headers, 'cache-control') ?? ''))
    return [
      'The token answer says no Cache-Control: no-store, so a cache on the way may keep the tokens.',
      'warning',
    ];
  return status === 200
    ? null
    : [`The token answer comes with ${status}; it must be 200.`, 'advice'];
}
