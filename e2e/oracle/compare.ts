import type { Prediction } from './predict.ts';
import type { Recorded } from './recorded.ts';

/** One client on one server: what we say and what it did. */
export interface Comparison {
  readonly patient: string;
  readonly client: string;
  readonly predicted: string;
  readonly predictedStop: string;
  readonly connected: boolean;
  readonly lastRequest: string;
  readonly said: string;
  readonly agrees: boolean;
}

/**
 * Lays a recorded outcome beside the prediction for the same client and server. “Not seen from
 * here” agrees with nothing: it is counted as a disagreement, so that silence does not pay.
 */
export function compare(
  client: { readonly id: string; readonly version: string },
  recorded: Recorded,
  predictions: readonly Prediction[],
): Comparison {
  const own = predictions.find((one) => one.client === client.id && one.version === client.version);
  if (own === undefined) throw new Error(`There are no rules for ${client.id} ${client.version}.`);
  const { outcome, cause, stopsAt } = own.verdict;
  const works = outcome === 'works' || outcome === 'at-risk';
  return {
    patient: recorded.patient,
    client: `${client.id} ${client.version}`,
    predicted: cause === null ? outcome : `${outcome} ${cause}`,
    predictedStop: stopsAt === null ? '' : `${stopsAt.method} ${new URL(stopsAt.url).pathname}`,
    connected: recorded.connected,
    lastRequest: recorded.lastRequest ?? '',
    said: recorded.said ?? '',
    agrees: outcome !== 'unknown' && works === recorded.connected,
  };
}
