import type { Machine } from '../../engine/ports.ts';
import {
  LSOF_LISTENERS,
  PS_LINES,
  PS_PROGRAMS,
  readKeychainDates,
  readLsof,
  readPs,
} from './macos-outputs.ts';
import type { RunSystemProgram } from './run-system-program.ts';

/** Items of other programs are not asked for, whatever the caller says (safety F7). */
const CLAUDES = /^Claude Code-credentials(?:-[\w-]{1,64})?$/;

/**
 * macOS by /bin/ps, /usr/sbin/lsof and /usr/bin/security. Which program opens a scheme is in a
 * binary file of LaunchServices and is not read. How checked: the order of the questions with a
 * fake; not on a Mac.
 */
export function macosMachine(run: RunSystemProgram): Machine {
  return {
    processes: async () => {
      const [programs, lines] = await Promise.all([run('ps', PS_PROGRAMS), run('ps', PS_LINES)]);
      return programs === null ? null : readPs(programs, lines ?? '');
    },
    listeners: async () => {
      const text = await run('lsof', LSOF_LISTENERS);
      return text === null ? null : readLsof(text);
    },
    reservedPorts: () => Promise.resolve(null),
    handlerOf: () => Promise.resolve(null),
    keychainItem: async (service) => {
      if (!CLAUDES.test(service)) return null;
      // SECURITY: F7. Without -g and -w it prints attributes only, and asks for no password.
      const text = await run('security', ['find-generic-password', '-s', service]);
      return text === null ? null : readKeychainDates(text);
    },
  };
}
