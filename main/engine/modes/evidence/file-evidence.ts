import type { Evidence } from '../../../contract/report.ts';
import type { ServerEntry } from '../../model/evidence.ts';

/** Points at an entry of a configuration file; the excerpt is already masked. */
export function fileEvidence({ file, line, column, pointer, excerpt }: ServerEntry): Evidence {
  return { kind: 'file', file, line, column, pointer, excerpt };
}
