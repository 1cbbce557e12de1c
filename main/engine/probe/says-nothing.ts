import type { Exchange } from '../model/evidence.ts';
import { failureWords } from './failure-words.ts';

/** Statuses of a server that has no time to judge the request. */
const BUSY: readonly number[] = [429, 503];

/**
 * Why an answer tells nothing about the rule that it was asked for: there is none, or the server was
 * too busy to look at it.
 * @returns a sentence, or null where the answer counts
 */
export function saysNothing(exchange: Exchange): string | null {
  const { outcome, request } = exchange;
  if (outcome.kind === 'failure')
    return `${request.method} ${request.url} was not answered: ${failureWords(exchange)}.`;
  const { status } = outcome.response;
  return BUSY.includes(status) ? `The server was too busy to say (${status}).` : null;
}
