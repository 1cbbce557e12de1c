import type { System } from '../../main/contract/words.ts';

/** Where clients keep their things, from the home folder on, with `/` on every system. */
export interface HomeLayout {
  readonly desktop: string;
  readonly desktopLogs: string;
  /** Claude Desktop in third-party mode. */
  readonly thirdPartyLogs: string;
  /** Logs of Claude Code, one folder per project and server. */
  readonly codeLogs: string;
}

/** Claude Desktop inside its Windows package. */
export const PACKAGE = 'AppData/Local/Packages/Claude_pzs8sxrjxfjjc/LocalCache/Roaming/Claude';

/** As the documentation and reports of users have them; written here a second time on purpose. */
export const LAYOUTS: Readonly<Record<System, HomeLayout>> = {
  darwin: {
    desktop: 'Library/Application Support/Claude',
    desktopLogs: 'Library/Logs/Claude',
    thirdPartyLogs: 'Library/Logs/Claude-3p',
    codeLogs: 'Library/Caches/claude-cli-nodejs',
  },
  win32: {
    desktop: 'AppData/Roaming/Claude',
    desktopLogs: 'AppData/Roaming/Claude/logs',
    thirdPartyLogs: 'AppData/Local/Claude-3p/Logs',
    codeLogs: 'AppData/Local/claude-cli-nodejs/Cache',
  },
  linux: {
    desktop: '.config/Claude',
    desktopLogs: '.config/Claude/logs',
    thirdPartyLogs: '.config/Claude-3p/logs',
    codeLogs: '.cache/claude-cli-nodejs',
  },
};
