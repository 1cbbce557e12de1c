import { recordExchange } from '../handshake/record/recorder.ts';
import type { SecretKeeper } from '../handshake/record/secret-keeper.ts';
import type { Exchange } from '../model/evidence.ts';
import type { Clock } from '../ports.ts';

/** How an exchange becomes evidence, and where one is told that nobody sent. */
export interface RecordOptions {
  readonly keeper: SecretKeeper;
  readonly clock: Clock;
  /** Told of a request that was refused before it left (safety D14), once. */
  readonly onUnsent: (recorded: Exchange) => void;
}

/**
 * Records exchanges. One that was sent has its number from the sender, which told of it already; one
 * that never left gets an id of its own, so that what points at it finds it.
 */
export function createRecord(options: RecordOptions): (exchange: Exchange) => Exchange {
  const { keeper, clock, onUnsent } = options;
  const unsent = new Map<Exchange, Exchange>();
  return (exchange) => {
    if (exchange.id !== 'unsent') return recordExchange(exchange, keeper);
    const known = unsent.get(exchange);
    if (known !== undefined) return known;
    const numbered = { ...exchange, id: `n${unsent.size + 1}`, startedAt: clock.now() };
    const recorded = recordExchange(numbered, keeper);
    unsent.set(exchange, recorded);
    onUnsent(recorded);
    return recorded;
  };
}

/** In the order in which they were sent; those that never left at the end. */
export function inOrder(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.toSorted((one, two) => placeOf(one) - placeOf(two));
}

const NEVER_SENT = 1_000_000;

function placeOf({ id }: Exchange): number {
  const number = Number(id.slice(1));
  return id.startsWith('x') ? number : NEVER_SENT + number;
}
