import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { AppError } from '../../../contract/errors.ts';
import type { Prepared } from './prepared.ts';

/** A window shows one preview; a few may be open in several windows. */
const KEPT = 8;

export interface Tickets {
  /** Gives a plan its ticket and keeps it, in place of the oldest. */
  issue(prepared: Prepared): Prepared;
  /** Takes it out, so that it is good once. @throws AppError `stale-ticket` */
  take(ticket: string): Prepared;
}

/**
 * One-time tickets, each bound to everything that will be done and to every file as it is now.
 * @param newId makes two previews of the same plan differ, so that no old ticket comes back to life
 */
// SECURITY: B8
export function createTickets(newId: () => string): Tickets {
  const kept = new Map<string, Prepared>();
  return {
    issue(prepared) {
      const ticket = ticketOf(prepared, newId());
      const issued = { ...prepared, preview: { ...prepared.preview, ticket } };
      kept.set(ticket, issued);
      for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
      return issued;
    },
    take(ticket) {
      const prepared = kept.get(ticket);
      kept.delete(ticket);
      if (prepared === undefined) throw new AppError('stale-ticket');
      return prepared;
    },
  };
}

function ticketOf({ preview, files, entry, of }: Prepared, nonce: string): string {
  const bound = files.map(({ path, before, hashAfter, mode }) => [
    path,
    before.realPath,
    before.hash,
    hashAfter,
    mode,
  ]);
  const text = JSON.stringify([preview, bound, entry, of, nonce]);
  return bytesToHex(sha256(utf8ToBytes(text)));
}
