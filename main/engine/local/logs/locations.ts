import type { ClientId, System } from '../../../contract/words.ts';
import type { LogFormat } from '../../model/log-evidence.ts';
import type { Base } from '../bases.ts';

/** A kind of file in a log folder. */
export interface LogName {
  readonly format: LogFormat;
  /** Over the name of the file; groups `server` and `hash` are what it names. */
  readonly pattern: RegExp;
}

/** A folder in which a client writes logs. */
export interface LogLocation {
  readonly client: ClientId;
  readonly systems: readonly System[];
  readonly base: Base;
  /** Segments under the base; one that ends in `*` stands for every name that begins so. */
  readonly path: readonly string[];
  readonly names: readonly LogName[];
  /** What the names of the last folders say, from the last one up. */
  readonly folders: readonly ('server' | 'project')[];
  /** Names begin with their time, so the newest are known without a look at each file. */
  readonly datedNames: boolean;
  /** At most so many files of one folder are read, the newest. */
  readonly newest: number;
}

/**
 * Claude Desktop rotates by number or by `.old`; a number at the end of a server's name is told apart
 * by the file beside it (log-file-names.ts).
 */
const DESKTOP_NAMES: readonly LogName[] = [
  { format: 'desktop-mcp', pattern: /^mcp\d{0,3}(?:\.old)?\.log(?:\.\d{1,3})?$/i },
  {
    format: 'desktop-server',
    pattern: /^mcp-server-(?<server>.{1,200}?)(?:\.old)?\.log(?:\.\d{1,3})?$/is,
  },
  { format: 'desktop-main', pattern: /^main\d{0,3}(?:\.old)?\.log(?:\.\d{1,3})?$/i },
];
const DESKTOP = {
  names: DESKTOP_NAMES,
  folders: [],
  datedNames: false,
  newest: 200,
} as const;
const NORMAL = { ...DESKTOP, client: 'claude-desktop-stdio' } as const;
const THIRD_PARTY = { ...DESKTOP, client: 'claude-desktop-3p' } as const;
const PACKAGE = ['Packages', 'Claude_*', 'LocalCache'] as const;

const CODE_FILES = {
  client: 'claude-code',
  // Early versions wrote one JSON list per run (modelcontextprotocol/servers#2338).
  names: [{ format: 'code-jsonl', pattern: /\.(?:jsonl|txt)$/ }],
  folders: ['server', 'project'],
  datedNames: true,
  newest: 20,
} as const;
const CODE_PATH = ['*', 'mcp-logs-*'] as const;

const REMOTE = {
  client: 'mcp-remote',
  systems: ['darwin', 'win32', 'linux'],
  base: 'mcp-remote',
  names: [{ format: 'remote-debug', pattern: /^(?<hash>[0-9a-f]{32})_debug\.log$/ }],
  folders: [],
  datedNames: false,
  newest: 50,
} as const;

/**
 * Every folder in which Unblank looks for logs (local-files 3.1 to 3.4). The Windows package writes
 * to its own folder or, since it excludes its logs from virtualisation, to the real one
 * (anthropics/claude-code#93152); both are read. `%LOCALAPPDATA%\Claude\Logs` is the path that older
 * guides give. Claude Code on Linux wrote to `claude-cli` in early versions (anthropics/claude-code#72).
 */
export const LOG_LOCATIONS: readonly LogLocation[] = [
  { ...NORMAL, systems: ['darwin'], base: 'log-home', path: ['Claude'] },
  { ...NORMAL, systems: ['win32', 'linux'], base: 'log-home', path: ['Claude', 'logs'] },
  {
    ...NORMAL,
    systems: ['win32'],
    base: 'local-app-data',
    path: [...PACKAGE, 'Roaming', 'Claude', 'logs'],
  },
  { ...NORMAL, systems: ['win32'], base: 'local-app-data', path: ['Claude', 'Logs'] },
  { ...THIRD_PARTY, systems: ['darwin'], base: 'log-home', path: ['Claude-3p'] },
  {
    ...THIRD_PARTY,
    systems: ['win32'],
    base: 'local-app-data',
    path: ['Claude-3p', 'Logs'],
  },
  { ...THIRD_PARTY, systems: ['win32'], base: 'log-home', path: ['Claude-3p', 'Logs'] },
  {
    ...THIRD_PARTY,
    systems: ['win32'],
    base: 'local-app-data',
    path: [...PACKAGE, 'Local', 'Claude-3p', 'Logs'],
  },
  { ...THIRD_PARTY, systems: ['linux'], base: 'log-home', path: ['Claude-3p', 'logs'] },
  {
    ...CODE_FILES,
    systems: ['darwin', 'linux'],
    base: 'cache-home',
    path: ['claude-cli-nodejs', ...CODE_PATH],
  },
  {
    ...CODE_FILES,
    systems: ['win32'],
    base: 'cache-home',
    path: ['claude-cli-nodejs', 'Cache', ...CODE_PATH],
  },
  { ...CODE_FILES, systems: ['linux'], base: 'cache-home', path: ['claude-cli', ...CODE_PATH] },
  {
    client: 'claude-code',
    systems: ['darwin', 'win32', 'linux'],
    base: 'claude-code-folder',
    path: ['debug'],
    names: [{ format: 'code-debug', pattern: /\.txt$/ }],
    folders: [],
    datedNames: false,
    newest: 20,
  },
  { ...REMOTE, path: ['*'] },
  { ...REMOTE, path: [] },
];
