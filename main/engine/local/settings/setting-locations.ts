import type { ClientId, System } from '../../../contract/words.ts';
import type { Base } from '../bases.ts';
import { ALL_SYSTEMS, PACKAGE } from '../location.ts';
import type { ChosenBy } from '../chosen-paths.ts';
import {
  CODE_RULES,
  CODE_STATE_RULES,
  DESKTOP_RULES,
  EXTENSION_RULES,
  PROJECT_RULES,
  THIRD_PARTY_RULES,
  UNREAD_RULES,
  type SettingRule,
} from './setting-rules.ts';

/** A file with settings that decide whether servers are there. */
export interface SettingLocation {
  readonly client: ClientId;
  readonly scope: string;
  readonly systems: readonly System[];
  readonly base: Base;
  /** Segments under the base; a `*` in one stands for any characters of a name. */
  readonly path: readonly string[];
  readonly chosenBy?: ChosenBy;
  readonly rules: readonly SettingRule[];
  /** Written by an organisation: read-only to us (safety G16). */
  readonly managed: boolean;
  readonly format: 'json' | 'jsonc';
  readonly byteOrderMark: 'refused' | 'tolerated';
}

const CODE = {
  client: 'claude-code',
  systems: ALL_SYSTEMS,
  rules: CODE_RULES,
  managed: false,
  format: 'json',
  byteOrderMark: 'tolerated',
} as const;
const DESKTOP = {
  ...CODE,
  client: 'claude-desktop-stdio',
  rules: DESKTOP_RULES,
  byteOrderMark: 'refused',
} as const;
const PACKAGED = {
  ...DESKTOP,
  systems: ['win32'],
  base: 'local-app-data',
} as const;
const PACKAGED_DESKTOP = [...PACKAGE, 'LocalCache', 'Roaming', 'Claude'] as const;
const PROFILE = ['Claude-3p', 'configLibrary', '*.json'] as const;
const PROFILES = {
  ...DESKTOP,
  client: 'claude-desktop-3p',
  scope: 'managed',
  managed: true,
  rules: THIRD_PARTY_RULES,
  chosenBy: 'applied profile',
  path: PROFILE,
} as const;

/**
 * All settings files Unblank reads (safety G16). Sources: code.claude.com/docs/en/settings,
 * /managed-mcp and /mcp; claude.com/docs/third-party/claude-desktop/configuration. Files that Claude
 * Code does not read are here because people put servers into them (F115).
 */
export const SETTING_LOCATIONS: readonly SettingLocation[] = [
  { ...CODE, scope: 'user', base: 'claude-code-folder', path: ['settings.json'] },
  { ...CODE, scope: 'project', base: 'project', path: ['.claude', 'settings.json'] },
  { ...CODE, scope: 'local', base: 'project', path: ['.claude', 'settings.local.json'] },
  {
    ...CODE,
    scope: 'managed',
    base: 'claude-code-managed',
    path: ['managed-settings.json'],
    managed: true,
  },
  {
    ...CODE,
    scope: 'managed',
    base: 'claude-code-managed',
    path: ['managed-settings.d', '*.json'],
    managed: true,
  },
  {
    ...CODE,
    scope: 'user',
    base: 'claude-code-state',
    path: ['.claude.json'],
    rules: CODE_STATE_RULES,
  },
  { ...CODE, scope: 'project', base: 'project', path: ['.mcp.json'], rules: PROJECT_RULES },
  ...['.mcp.json', 'mcp.json'].flatMap((name): readonly SettingLocation[] => [
    { ...CODE, scope: 'unread', base: 'project', path: ['.claude', name], rules: UNREAD_RULES },
    { ...CODE, scope: 'unread', base: 'claude-code-folder', path: [name], rules: UNREAD_RULES },
  ]),
  { ...CODE, scope: 'repository', base: 'project', path: ['mcp.json'], rules: UNREAD_RULES },
  { ...DESKTOP, scope: 'user', base: 'app-data', path: ['Claude', 'claude_desktop_config.json'] },
  { ...DESKTOP, scope: 'user', base: 'app-data', path: ['Claude', 'developer_settings.json'] },
  { ...PACKAGED, scope: 'package', path: [...PACKAGED_DESKTOP, 'claude_desktop_config.json'] },
  { ...PACKAGED, scope: 'package', path: [...PACKAGED_DESKTOP, 'developer_settings.json'] },
  {
    ...DESKTOP,
    scope: 'extension',
    base: 'app-data',
    path: ['Claude', 'Claude Extensions Settings', '*.json'],
    rules: EXTENSION_RULES,
  },
  {
    ...PACKAGED,
    scope: 'extension',
    path: [...PACKAGED_DESKTOP, 'Claude Extensions Settings', '*.json'],
    rules: EXTENSION_RULES,
  },
  { ...PROFILES, base: 'app-data' },
  { ...PROFILES, systems: ['win32'], base: 'local-app-data' },
  {
    ...PROFILES,
    systems: ['win32'],
    base: 'local-app-data',
    path: [...PACKAGE, 'LocalCache', 'Local', ...PROFILE],
  },
];
