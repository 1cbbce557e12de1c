import type { Evidence } from '../../../contract/report.ts';
import type { Exchange } from '../../model/evidence.ts';

/**
 * Points at a recorded exchange of the trace.
 * @param note what to look at in it, as a short phrase
 */
export function httpEvidence(exchange: Exchange, note: string): Evidence {
  return { kind: 'http', exchange: exchange.id, note };
}
