import type { Evidence } from '../../../contract/report.ts';
import type { ConfigFile, ConfigProblem } from '../../model/evidence.ts';

/** Points at the place in a configuration file that a problem is about, or at the file as a whole. */
export function problemEvidence({ file }: ConfigFile, problem: ConfigProblem | null): Evidence {
  const { line = null, column = null, excerpt = null } = problem ?? {};
  return { kind: 'file', file, line, column, pointer: null, excerpt };
}
