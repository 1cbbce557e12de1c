/** Systems whose layout a home can have. */
export type DemoSystem = 'darwin' | 'win32' | 'linux';

/** Where a system keeps what Claude Desktop and Claude Code write, from the home, with slashes. */
export interface DemoLayout {
  readonly desktopConfig: string;
  readonly desktopLogs: string;
  /** Folder of Claude Code's logs per project. */
  readonly codeLogs: string;
  /** A made-up user's home as it stands inside the files. */
  readonly user: string;
  readonly separator: '/' | '\\';
}

export const DEMO_LAYOUTS: Readonly<Record<DemoSystem, DemoLayout>> = {
  darwin: {
    desktopConfig: 'Library/Application Support/Claude/claude_desktop_config.json',
    desktopLogs: 'Library/Logs/Claude',
    codeLogs: 'Library/Caches/claude-cli-nodejs',
    user: '/Users/sam',
    separator: '/',
  },
  win32: {
    desktopConfig: 'AppData/Roaming/Claude/claude_desktop_config.json',
    desktopLogs: 'AppData/Roaming/Claude/logs',
    codeLogs: 'AppData/Local/claude-cli-nodejs/Cache',
    user: 'C:\\Users\\sam',
    separator: '\\',
  },
  linux: {
    desktopConfig: '.config/Claude/claude_desktop_config.json',
    desktopLogs: '.config/Claude/logs',
    codeLogs: '.cache/claude-cli-nodejs',
    user: '/home/sam',
    separator: '/',
  },
};

/** The layout of a platform; of Linux where it is none of the three. */
export function demoSystem(platform: string): DemoSystem {
  return platform === 'darwin' || platform === 'win32' ? platform : 'linux';
}
