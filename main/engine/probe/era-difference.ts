import { contactOf, statusOf } from '../clients/replay/replay.ts';
import type { Exchange, FirstContact } from '../model/evidence.ts';
import { saysNothing } from './says-nothing.ts';

/**
 * The first request that is not answered 401 although that of the other protocol era is.
 * @returns null where both are answered alike in this, where one got no answer that counts, and for
 *   an endpoint that only knows the event stream of 2024-11-05
 * @see RS-35; MCP 2026-07-28, transport
 */
export function eraDifference(first: FirstContact): Exchange | null {
  if (contactOf(first) !== first.legacy) return null;
  const eras = [first.legacy, first.modern];
  if (eras.some((one) => saysNothing(one) !== null)) return null;
  const odd = eras.filter((one) => statusOf(one) !== 401);
  return odd.length === 1 ? odd[0]! : null;
}
