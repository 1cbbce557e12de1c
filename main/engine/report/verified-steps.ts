import type { ReportExchange, TargetReport } from '../../contract/report.ts';
import type { Step } from '../../contract/words.ts';
import { redactUrl } from '../redact/url.ts';

/** A step of the way that was seen to be in order. */
export interface VerifiedStep {
  readonly step: Step;
  readonly said: string;
  /** When, in UTC; null for what has no request of its own. */
  readonly at: string | null;
}

/** The request that shows a step, by its purpose and the answers that are right. */
const SHOWN_BY: readonly (readonly [Step, (exchange: ReportExchange) => boolean])[] = [
  ['challenge', (one) => one.step === 'challenge' && statusOf(one) === 401],
  ['resource-metadata', (one) => one.purpose === 'protected resource metadata' && isGood(one)],
  ['server-metadata', (one) => one.purpose === 'authorization server metadata' && isGood(one)],
  ['registration', (one) => one.purpose === 'client registration' && isGood(one)],
  ['token', (one) => one.purpose === 'token request' && one.step === 'token' && isGood(one)],
  ['call', (one) => one.purpose === 'first call with a token' && isGood(one)],
  ['refresh', (one) => one.purpose === 'token request' && one.step === 'refresh' && isGood(one)],
];

/**
 * Every step of which the trace of a target shows that it went well, in the order of the way; the
 * sign-in page and the way back where the sign-in went through. Addresses are shown without their
 * secrets.
 */
export function verifiedSteps({ trace, signIn }: TargetReport): readonly VerifiedStep[] {
  const steps = SHOWN_BY.flatMap(([step, shows]): readonly VerifiedStep[] => {
    const exchange = trace.find(shows);
    return exchange === undefined ? [] : [{ step, said: lineOf(exchange), at: exchange.startedAt }];
  });
  if (signIn?.outcome !== 'signed-in') return steps;
  const token = steps.findIndex(({ step }) => step === 'token');
  const back = {
    step: 'callback',
    said: 'a code came back with the right state',
    at: null,
  } as const;
  return token < 0 ? [...steps, back] : [...steps.slice(0, token), back, ...steps.slice(token)];
}

function lineOf(exchange: ReportExchange): string {
  const { method, url } = exchange.request;
  return `${method} ${redactUrl(url).replace(/[?#].*$/s, '')} answered ${statusOf(exchange)}`;
}

function statusOf({ response }: ReportExchange): number | null {
  return response?.status ?? null;
}

function isGood(exchange: ReportExchange): boolean {
  const status = statusOf(exchange) ?? 0;
  return status >= 200 && status < 300;
}
