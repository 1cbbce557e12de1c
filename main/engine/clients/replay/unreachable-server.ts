import type { DocumentAttempt, Exchange } from '../../model/evidence.ts';
import type { FailureKind } from '../../ports.ts';

/** Failures that say that there is no way to a host. Slow answers are F13's. */
const NO_WAY: readonly FailureKind[] = [
  'dns',
  'refused',
  'unreachable',
  'reset',
  'tls',
  'protocol',
];

/** Did every address of an authorization server fail before any answer (F15)? */
export function isUnreachable(attempts: readonly DocumentAttempt[]): boolean {
  const last = attempts.map((one) => one.exchanges.at(-1));
  return last.length > 0 && last.every((one) => one !== undefined && hasNoWay(one));
}

function hasNoWay({ outcome }: Exchange): boolean {
  if (outcome.kind === 'response') return false;
  return NO_WAY.includes(outcome.failure) || outcome.code === 'CONNECT_TIMEOUT';
}
