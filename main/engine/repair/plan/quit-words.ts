import { CLIENT_WORDS, type ClientId, type System } from '../../../contract/words.ts';
import type { RunningClient } from '../../model/machine-facts.ts';

const DESKTOP: ClientId = 'claude-desktop-stdio';
/** Several clients are one program, which processes show under one name (facts/client-programs.ts). */
const PROGRAM_OF: Readonly<Partial<Record<ClientId, ClientId>>> = {
  'claude-hosted': DESKTOP,
  'claude-desktop-3p': DESKTOP,
  'claude-desktop-code': DESKTOP,
};

/**
 * Does a client run?
 * @param running null where processes cannot be seen
 * @returns null where that cannot be told
 */
export function isRunning(
  client: ClientId,
  running: readonly RunningClient[] | null,
): boolean | null {
  return running === null
    ? null
    : running.some((one) => programOf(one.client) === programOf(client));
}

function programOf(client: ClientId): ClientId {
  return PROGRAM_OF[client] ?? client;
}

type Way = Readonly<Record<System, string>>;

const APP: Way = {
  darwin: 'press ⌘Q in it; closing its window leaves it running',
  win32:
    'right-click its icon in the notification area beside the clock and choose Quit; closing its window leaves it running',
  linux: 'choose Quit in its menu or its tray icon; closing its window leaves it running',
};
const SHELL = sameEverywhere('type /exit in every terminal where it runs');
const REMOTE = sameEverywhere('quit the client that started it');
const WAYS: Readonly<Partial<Record<ClientId, Way>>> = {
  'claude-code': SHELL,
  codex: SHELL,
  gemini: SHELL,
  'mcp-remote': REMOTE,
  'ts-sdk': REMOTE,
  'python-sdk': REMOTE,
};

function sameEverywhere(way: string): Way {
  return { darwin: way, win32: way, linux: way };
}

/** How to quit a client fully on this system: it would write its file again (safety G10). */
export function quitWords(client: ClientId, os: System, running: boolean | null): string {
  const name = programOf(client) === DESKTOP ? 'Claude Desktop' : CLIENT_WORDS[client];
  const how = (WAYS[client] ?? APP)[os];
  if (running === false) return `${name} does not run. Leave it closed until this is done.`;
  const seen =
    running === null
      ? `Unblank cannot see whether ${name} runs.`
      : `${name} runs, and writes the same file.`;
  return `${seen} Quit it fully: ${how}.`;
}
