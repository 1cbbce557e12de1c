import type { Exchange } from '../model/evidence.ts';
import type { FailureKind } from '../ports.ts';

const WORDS: Record<FailureKind, (host: string, message: string) => string> = {
  dns: (host) => `the name ${host} does not resolve`,
  refused: (host) => `nothing listens at ${host}`,
  unreachable: (host) => `there is no way to ${host} from here`,
  reset: (host) => `${host} cuts the connection`,
  tls: (_, message) => message,
  timeout: (host) => `${host} does not answer in time`,
  protocol: (host) => `what answers at ${host} does not speak HTTP`,
  policy: (_, message) => message,
  cancelled: () => 'the run was stopped before it was asked',
};

/**
 * Why a request got no answer, in words, with the system's own code behind them.
 * @param exchange one that failed
 * @returns the middle of a sentence, or an empty text where there was an answer
 */
export function failureWords({ outcome, request }: Exchange): string {
  if (outcome.kind === 'response') return '';
  const { host, hostname } = new URL(request.url);
  const name = outcome.failure === 'dns' ? hostname : host;
  return `${WORDS[outcome.failure](name, outcome.message)} (${outcome.code})`;
}
