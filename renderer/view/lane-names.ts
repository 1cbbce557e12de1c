import type { ReportExchange, SequenceMessage } from '../../main/contract/report.ts';
import type { Lane } from '../../main/contract/words.ts';
import { hostOf } from './host-of.ts';

/**
 * The real hosts of the two servers of a sign-in, as far as they were spoken to.
 * @param url of the MCP server, or null
 * @returns host and port; null where it is not known yet
 */
export function laneHosts(
  messages: readonly SequenceMessage[],
  exchanges: readonly ReportExchange[],
  url: string | null,
): Readonly<Record<Extract<Lane, 'server' | 'authorization'>, string | null>> {
  return {
    server: hostOf(url) ?? spokenTo('server', messages, exchanges),
    authorization: spokenTo('authorization', messages, exchanges),
  };
}

/** The host of the last request that went to a lane: metadata may lie elsewhere than the endpoints. */
function spokenTo(
  lane: Lane,
  messages: readonly SequenceMessage[],
  exchanges: readonly ReportExchange[],
): string | null {
  const sent = messages.findLast((one) => one.to === lane && one.exchange !== null);
  const exchange = exchanges.find(({ id }) => id === sent?.exchange);
  return exchange === undefined ? null : hostOf(exchange.request.url);
}
