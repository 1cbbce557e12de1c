import type { FailureKind, Headers, HttpOutcome } from '../ports.ts';

/** An answer that does not come until the test releases it, the caller aborts or the session closes. */
export interface FakeHang {
  readonly kind: 'hang';
  readonly released: Promise<HttpOutcome>;
  /** Lets every request that waits here (now or later) go on with this outcome. */
  release(outcome: HttpOutcome): void;
}

/** A response with a JSON body. @param headers go after Content-Type, in this order */
export function answerJson(value: unknown, status = 200, headers: Headers = []): HttpOutcome {
  return answerText(JSON.stringify(value), status, [
    ['Content-Type', 'application/json'],
    ...headers,
  ]);
}

/** A response with the body and headers given, nothing added. */
export function answerText(body: string, status = 200, headers: Headers = []): HttpOutcome {
  return { kind: 'response', response: { status, headers, body, truncated: false } };
}

/** A redirect with an empty body. */
export function answerRedirect(to: string, status = 302): HttpOutcome {
  return answerText('', status, [['Location', to]]);
}

/** A failure below HTTP. @param code as the system writes it, e.g. ENOTFOUND */
export function answerFailure(
  failure: FailureKind,
  code = '',
  message: string = failure,
): HttpOutcome {
  return { kind: 'failure', failure, code, message };
}

/** An answer that hangs; see FakeHang. */
export function hang(): FakeHang {
  let release: (outcome: HttpOutcome) => void = () => undefined;
  const released = new Promise<HttpOutcome>((resolve) => {
    release = resolve;
  });
  return { kind: 'hang', released, release: (outcome) => release(outcome) };
}
