import type { FirstContact } from '../model/evidence.ts';
import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { headerOf } from '../probe/header.ts';
import { broken } from './parts/broken.ts';
import { guardsPost, ofAnswer, ofProbe, PROBE_NEEDS, type Answered } from './parts/of-probe.ts';

/** RS-22: the other methods of the endpoint ask for a token as well. */
export const requirement = defineRequirement({
  id: 'RS-22',
  level: 'INFERRED',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25'],
  phase: 'p0',
  step: 'challenge',
  title: 'GET and DELETE without a token are answered 401 or 405.',
  source: 'MCP transports, Streamable HTTP',
  shownBy: ['F39'],
  needs: PROBE_NEEDS,
  check: (given) => {
    const stream = judgeStream(given.first);
    if (stream !== 'met') return stream;
    return ofProbe(given, 'session end', judgeSessionEnd);
  },
});

function judgeStream(first: FirstContact): RequirementOutcome {
  if (!guardsPost(first)) return 'not-applicable';
  return ofAnswer(first.stream, (answered) => {
    const { exchange, status } = answered;
    if (isStream(answered))
      return broken(
        'The event stream opens without a token: GET is answered 200. Anybody can listen to what the server sends there.',
        [httpEvidence(exchange, 'a stream was opened, expected 401 or 405')],
        { severity: 'warning' },
      );
    // A page for people at the same address lets nobody in.
    return status >= 500 ? crash('GET', answered) : 'met';
  });
}

function judgeSessionEnd(answered: Answered): RequirementOutcome {
  const { exchange, status } = answered;
  if (status >= 500) return crash('DELETE', answered);
  if (status >= 300) return 'met';
  return broken(
    `DELETE without a token is answered ${status}, as if it might end a session. Check the token for every method.`,
    [httpEvidence(exchange, `answered ${status}, expected 401 or 405`)],
  );
}

function crash(method: string, { exchange, status }: Answered): RequirementOutcome {
  return broken(`${method} without a token is answered ${status}; it should be 401 or 405.`, [
    httpEvidence(exchange, `answered ${status}, expected 401 or 405`),
  ]);
}

function isStream({ exchange: { outcome }, status }: Answered): boolean {
  if (outcome.kind === 'failure' || status !== 200) return false;
  return (headerOf(outcome.response.headers, 'content-type') ?? '').startsWith('text/event-stream');
}
