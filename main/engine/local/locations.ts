import { CLAUDE_LOCATIONS } from './claude-locations.ts';
import {
  ALL_SYSTEMS as ALL,
  PACKAGE,
  type ConfigLocation,
  type InstallLocation,
} from './location.ts';
import { OTHER_LOCATIONS } from './other-locations.ts';

export { PACKAGE_SCOPE } from './location.ts';
export type { ConfigLocation, InstallLocation } from './location.ts';

/** All configuration files Unblank reads (safety G16). A new client or place is a new row. */
export const CONFIG_LOCATIONS: readonly ConfigLocation[] = [
  ...CLAUDE_LOCATIONS,
  ...OTHER_LOCATIONS,
];

/** What shows that a client is installed. */
export const INSTALL_LOCATIONS: readonly InstallLocation[] = [
  {
    client: 'claude-desktop-stdio',
    systems: ALL,
    base: 'app-data',
    path: ['Claude'],
    how: 'data folder',
    star: 'anything',
  },
  {
    client: 'claude-desktop-stdio',
    systems: ['win32'],
    base: 'local-app-data',
    path: PACKAGE,
    how: 'Windows package',
    star: 'anything',
  },
  {
    client: 'claude-desktop-3p',
    systems: ALL,
    base: 'app-data',
    path: ['Claude-3p'],
    how: 'data folder of the third-party mode',
    star: 'anything',
  },
  {
    client: 'claude-desktop-3p',
    systems: ['win32'],
    base: 'local-app-data',
    path: ['Claude-3p'],
    how: 'data folder of the third-party mode',
    star: 'anything',
  },
  {
    client: 'claude-code',
    systems: ALL,
    base: 'claude-code-state',
    path: ['.claude.json'],
    how: 'state file',
    star: 'anything',
  },
  {
    client: 'claude-code',
    systems: ALL,
    base: 'claude-code-folder',
    path: [],
    how: 'data folder',
    star: 'anything',
  },
  {
    client: 'mcp-remote',
    systems: ALL,
    base: 'mcp-remote',
    path: ['mcp-remote-*'],
    how: 'token store',
    star: 'version',
  },
  {
    client: 'vscode',
    systems: ALL,
    base: 'app-data',
    path: ['Code', 'User'],
    how: 'data folder',
    star: 'anything',
  },
  {
    client: 'cursor',
    systems: ALL,
    base: 'home',
    path: ['.cursor'],
    how: 'data folder',
    star: 'anything',
  },
  {
    client: 'windsurf',
    systems: ALL,
    base: 'home',
    path: ['.codeium', 'windsurf'],
    how: 'data folder',
    star: 'anything',
  },
  {
    client: 'gemini',
    systems: ALL,
    base: 'home',
    path: ['.gemini'],
    how: 'data folder',
    star: 'anything',
  },
  {
    client: 'codex',
    systems: ALL,
    base: 'codex',
    path: [],
    how: 'data folder',
    star: 'anything',
  },
];
