import type { ReportExchange } from '../../contract/report.ts';
import type { Exchange } from '../model/evidence.ts';
import type { HttpOutcome } from '../ports.ts';

/** Longest body that a report carries of one exchange; the rest is cut and said so. */
const BODY = 4096;

/** An exchange as the report shows it. Redaction comes after, over the whole report. */
export function reportExchange(exchange: Exchange): ReportExchange {
  const { id, step, purpose, startedAt, durationMs, request, outcome } = exchange;
  return {
    id,
    step,
    purpose,
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Math.round(durationMs),
    request: { ...request, headers: request.headers.map(copyHeader) },
    ...answer(outcome),
  };
}

function answer(outcome: HttpOutcome): Pick<ReportExchange, 'response' | 'failure'> {
  if (outcome.kind === 'failure') {
    const message = outcome.message;
    return { response: null, failure: { kind: outcome.failure, message } };
  }
  const { status, headers, body, truncated } = outcome.response;
  const cut = body.slice(0, BODY);
  const isCut = truncated || cut.length < body.length;
  return {
    response: { status, headers: headers.map(copyHeader), body: cut, truncated: isCut },
    failure: null,
  };
}

function copyHeader([name, value]: readonly [string, string]): [string, string] {
  return [name, value];
}
