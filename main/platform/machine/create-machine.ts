import type { Machine, Place } from '../../engine/ports.ts';
import { linuxMachine } from './linux-machine.ts';
import { macosMachine } from './macos-machine.ts';
import { runSystemProgram, type RunSystemProgram } from './run-system-program.ts';
import { windowsMachine } from './windows-machine.ts';

/** What nobody can know: of a copied profile, and of a system that does not tell. */
const UNSEEN: Machine = {
  processes: () => Promise.resolve(null),
  listeners: () => Promise.resolve(null),
  reservedPorts: () => Promise.resolve(null),
  handlerOf: () => Promise.resolve(null),
  keychainItem: () => Promise.resolve(null),
};

/**
 * The Machine port of this system. Runs programs of the system only, by absolute path (safety I1,
 * I3); none is run before a question is asked.
 * @param place of a copied profile nothing is known, so nothing is asked
 */
export function createMachine(place: Place, run: RunSystemProgram = runSystemProgram): Machine {
  if (place.copied) return UNSEEN;
  if (place.os === 'darwin') return macosMachine(run);
  if (place.os === 'win32') return windowsMachine(run);
  return linuxMachine('/proc', place);
}
