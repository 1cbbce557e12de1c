import type { ClientId, System } from '../../../contract/words.ts';

/** How a client is told from its process. */
export interface ClientProgram {
  readonly client: ClientId;
  readonly systems: readonly System[];
  /** Over the path or name of the program. */
  readonly program: RegExp;
  /** One of its arguments must match, where the program is a runtime. */
  readonly argument?: RegExp;
  /**
   * An Electron app has helper processes; on Windows, where arguments are not seen, they look like
   * the app.
   */
  readonly electron?: true;
}

const ALL = ['darwin', 'win32', 'linux'] as const;
const POSIX = ['darwin', 'linux'] as const;
const RUNTIME = /(?:^|[\\/])(?:node|bun|deno)(?:\.exe)?$/i;

/**
 * The programs of the known clients, first match first. Windows tells the name of a program and not
 * its path or arguments, so that there `claude.exe` can be Claude Desktop or Claude Code: see
 * running-clients.ts.
 */
export const CLIENT_PROGRAMS: readonly ClientProgram[] = [
  {
    // Claude Desktop brings one along for its Code tab, in `Claude/claude-code/VERSION/`.
    client: 'claude-code',
    systems: POSIX,
    program: /\/claude-code(?:-[\w-]+)?\/(?:[\w.-]+\/){0,3}claude$/,
  },
  {
    client: 'claude-desktop-stdio',
    systems: ['darwin'],
    program: /\/Claude\.app\/Contents\/MacOS\/Claude$/,
    electron: true,
  },
  {
    client: 'claude-desktop-stdio',
    systems: ['linux'],
    program:
      /(?:^|\/)claude-desktop(?:-bin)?$|\/(?:claude-desktop|Claude)\/(?:[\w.-]+\/)?electron$/,
    electron: true,
  },
  {
    // A home folder can be named Claude as well, so only where programs are installed or mounted.
    client: 'claude-desktop-stdio',
    systems: ['linux'],
    program:
      /^\/(?:opt|usr)\/(?:[\w./-]+\/)?(?:claude-desktop|Claude)\/(?:[\w.-]+\/)?claude$|\/\.mount_[Cc]laude[\w-]*\/(?:[\w./-]+\/)?(?:claude|electron)$/,
    electron: true,
  },
  {
    client: 'claude-desktop-stdio',
    systems: ['linux'],
    program: /(?:^|\/)electron\d*$/,
    argument: /claude-desktop.*\.asar$/,
    electron: true,
  },
  {
    client: 'claude-code',
    systems: POSIX,
    program: /(?:^|\/)claude$|\/claude\/versions\/\d[\w.-]*$/,
  },
  {
    client: 'claude-code',
    systems: ALL,
    program: RUNTIME,
    argument:
      /[\\/]@anthropic-ai[\\/]claude-code[\\/](?:cli\.js|start\.js)$|^claude$|\/bin\/claude$/,
  },
  {
    client: 'vscode',
    systems: ALL,
    program:
      /(?:^|[\\/])(?:code|code-insiders|codium)(?:\.exe)?$|\/Visual Studio Code[^/]*\.app\/Contents\/MacOS\/[^/]+$/i,
    electron: true,
  },
  {
    client: 'cursor',
    systems: ALL,
    program: /(?:^|[\\/])cursor(?:\.exe|\.appimage)?$/i,
    electron: true,
  },
  {
    client: 'windsurf',
    systems: ALL,
    program: /(?:^|[\\/])windsurf(?:\.exe)?$/i,
    electron: true,
  },
  { client: 'codex', systems: ALL, program: /(?:^|[\\/])codex(?:\.exe)?$/i },
  { client: 'gemini', systems: ALL, program: RUNTIME, argument: /(?:^|[\\/])gemini(?:\.js)?$/ },
];
