import type { Machine } from '../../engine/ports.ts';
import type { RunSystemProgram } from './run-system-program.ts';
import { schemeName } from './scheme-name.ts';
import {
  choiceKey,
  EXCLUDED_PORTS,
  programOfCommand,
  readExcludedPorts,
  readRegistryText,
  readSockets,
  readTasks,
  schemeKeys,
  SOCKETS,
  TASKS,
  TASKS_WITHOUT_WINDOWS,
} from './windows-outputs.ts';

/**
 * Windows by tasklist, netstat, netsh and reg. No arguments of processes are seen: what would show
 * them is PowerShell, which is not used (safety I3). How checked: the order of the questions with a
 * fake; not on Windows.
 */
export function windowsMachine(run: RunSystemProgram): Machine {
  return {
    processes: async () => {
      // With titles it is slow on a busy machine; without them it is still worth having.
      const text = (await run('tasklist', TASKS)) ?? (await run('tasklist', TASKS_WITHOUT_WINDOWS));
      return text === null ? null : readTasks(text);
    },
    listeners: async () => readOrNull(await run('netstat', SOCKETS), readSockets),
    reservedPorts: async () => readOrNull(await run('netsh', EXCLUDED_PORTS), readExcludedPorts),
    handlerOf: async (scheme) => {
      const name = schemeName(scheme);
      return name === null ? null : handlerOf(name, run);
    },
    keychainItem: () => Promise.resolve(null),
  };
}

function readOrNull<T>(text: string | null, read: (text: string) => T): T | null {
  return text === null ? null : read(text);
}

/** The user's choice names a class, the class has the command; a scheme can be its own class. */
async function handlerOf(
  scheme: string,
  run: RunSystemProgram,
): Promise<{ readonly program: string } | 'none'> {
  const chosen = await valueOf(run, choiceKey(scheme), ['/v', 'ProgId']);
  const classes = chosen !== null && /^[\w.-]{1,200}$/.test(chosen) ? [chosen, scheme] : [scheme];
  for (const key of classes.flatMap(schemeKeys)) {
    const command = await valueOf(run, key, ['/ve']);
    const program = command === null ? null : programOfCommand(command);
    if (program !== null) return { program };
  }
  return 'none';
}

async function valueOf(
  run: RunSystemProgram,
  key: string,
  which: readonly string[],
): Promise<string | null> {
  const text = await run('reg', ['query', key, ...which]);
  return text === null ? null : readRegistryText(text);
}
