import type { Evidence } from '../../../contract/report.ts';
import type { Exchange } from '../../model/evidence.ts';
import { headerOf } from '../../probe/header.ts';

/** A header as it was received, or that it was not there. */
export function headerEvidence(exchange: Exchange, name: string): Evidence {
  const { outcome, request } = exchange;
  const value = outcome.kind === 'response' ? headerOf(outcome.response.headers, name) : null;
  return { kind: 'header', name, value, at: `${request.method} ${request.url}` };
}
