import type { Comparison } from '../../contract/comparison.ts';
import { gatherMachine } from '../local/gather-machine.ts';
import type { ConfigFile } from '../model/evidence.ts';
import type { Mode } from '../model/mode.ts';
import type { Ports } from '../ports.ts';
import { judgeMachineModes } from '../run/judge-modes.ts';
import { compareServers, type CompareChoice } from './compare-servers.ts';
import type { SavedReport } from './report-places.ts';
import { NOTHING_SAID, type Said } from './said.ts';

/** What is compared with this machine. */
export interface CompareRequest {
  readonly choice: CompareChoice;
  /** Configurations that were given by their path. */
  readonly configs?: readonly ConfigFile[];
  readonly reports?: readonly SavedReport[];
  readonly said?: Said;
}

/**
 * Reads this machine and compares. Contacts nobody.
 * @param signal stops the reading
 * @throws AppError as `compareServers` does
 */
export async function compareHere(
  request: CompareRequest,
  options: {
    readonly ports: Ports;
    readonly modes: readonly Mode[];
    readonly signal: AbortSignal;
  },
): Promise<readonly Comparison[]> {
  const { choice, configs = [], reports = [], said = NOTHING_SAID } = request;
  const { machine } = await gatherMachine(options.ports, options.signal);
  const known = new Set(machine.configs.map(({ file }) => file));
  const given = configs.filter(({ file }) => !known.has(file));
  const whole = { ...machine, configs: [...machine.configs, ...given] };
  const { found } = judgeMachineModes(options.modes, whole);
  const files = new Set(given.map(({ file }) => file));
  return compareServers({ machine: whole, found, given: files, reports }, choice, said);
}
