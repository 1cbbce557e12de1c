import type { ClientId, System } from '../../../contract/words.ts';
import type { RunningClient } from '../../model/machine-facts.ts';
import type { ProcessFacts } from '../../ports.ts';
import { readMcpRemoteArguments } from '../mcp-remote-arguments.ts';
import { shownText } from '../stores/store-values.ts';
import { CLIENT_PROGRAMS, type ClientProgram } from './client-programs.ts';

/** A process and the client that it is; the arguments stay in this folder. */
export interface ClientProcess {
  readonly client: ClientId;
  readonly process: ProcessFacts;
}

/**
 * Which of the processes are clients. Pure.
 * @param processes null where they cannot be seen
 * @param os decides which programs are looked for
 */
export function clientProcesses(
  processes: readonly ProcessFacts[],
  os: System,
): readonly ClientProcess[] {
  const rows = CLIENT_PROGRAMS.filter(({ systems }) => systems.includes(os));
  const found = processes.flatMap((process) => {
    const client = clientOf(process, rows);
    return client === null ? [] : [{ client, process }];
  });
  const whole = os === 'win32' ? [...found, ...claudeOnWindows(processes)] : found;
  return withoutStarters(os === 'win32' ? oneWindowEach(whole) : whole);
}

/** The same for the evidence: without arguments. */
export function runningClients(found: readonly ClientProcess[]): readonly RunningClient[] {
  return found.map(({ client, process: { pid, program, hasWindow } }) => ({
    client,
    pid,
    program: shownText(program),
    hasWindow,
  }));
}

function clientOf(process: ProcessFacts, rows: readonly ClientProgram[]): ClientId | null {
  if (readMcpRemoteArguments(process.program, process.args) !== null) return 'mcp-remote';
  return rows.find((row) => matches(row, process))?.client ?? null;
}

function matches({ program, argument, electron }: ClientProgram, process: ProcessFacts): boolean {
  if (!program.test(process.program)) return false;
  if (electron === true && process.args.some((one) => one.startsWith('--type='))) return false;
  // A script is among the first arguments; further ones are the user's words.
  return argument === undefined || process.args.slice(0, 3).some((one) => argument.test(one));
}

/** Claude Desktop is several processes of one name, of which at most one has the window. */
const FEWEST_OF_ELECTRON = 3;

/**
 * `claude.exe` is Claude Desktop where one of them has a window of its own or there are as many as
 * an Electron app has; a terminal's window belongs to the terminal, so else it is Claude Code.
 * INFERRED: no Windows machine was there to check it on.
 */
function claudeOnWindows(processes: readonly ProcessFacts[]): readonly ClientProcess[] {
  const named = processes.filter(({ program }) => /(?:^|[\\/])claude\.exe$/i.test(program));
  const isDesktop =
    named.length >= FEWEST_OF_ELECTRON || named.some(({ hasWindow }) => hasWindow === true);
  const client = isDesktop ? 'claude-desktop-stdio' : 'claude-code';
  return named.map((process) => ({ client, process }));
}

/** Of the like-named processes of an Electron app the one with the window, or the oldest. */
function oneWindowEach(found: readonly ClientProcess[]): readonly ClientProcess[] {
  const apps = new Set(CLIENT_PROGRAMS.filter((row) => row.electron).map(({ client }) => client));
  const best = new Map<ClientId, ClientProcess>();
  for (const one of found) {
    const before = best.get(one.client);
    const isBetter =
      before === undefined || (!before.process.hasWindow && one.process.hasWindow === true);
    if (isBetter) best.set(one.client, one);
  }
  return found.filter((one) => !apps.has(one.client) || best.get(one.client) === one);
}

/** `npx mcp-remote` is three processes, each started by the one before: the last one counts. */
function withoutStarters(found: readonly ClientProcess[]): readonly ClientProcess[] {
  const remotes = found.filter(({ client }) => client === 'mcp-remote');
  const parents = new Set(remotes.map(({ process }) => process.parent));
  return found.filter(
    ({ client, process }) => client !== 'mcp-remote' || !parents.has(process.pid),
  );
}
