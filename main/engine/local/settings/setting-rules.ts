import type { SettingKind } from '../../model/settings-evidence.ts';

/**
 * What a key of a settings file says about servers, and how its value is read:
 * `value` a switch, a number or a text; `names` a list of names; `flags` an object of names with true
 * or false; `variables` an object of variables; `rules` a list of patterns for servers; `servers` an
 * object of servers; `presence` only that something is there.
 */
export interface SettingRule {
  /** Keys from the root, `*` for every key. */
  readonly path: readonly string[];
  readonly as: 'value' | 'names' | 'flags' | 'variables' | 'rules' | 'servers' | 'presence';
  readonly kind: SettingKind;
}

const switches = (...names: readonly string[]): SettingRule[] =>
  names.map((name) => ({ path: [name], as: 'value', kind: 'switch' }));
const policies = (...names: readonly string[]): SettingRule[] =>
  names.map((name) => ({ path: [name], as: 'value', kind: 'policy' }));

/** Servers that stand where the client does not look. */
const MISPLACED: readonly SettingRule[] = ['mcpServers', 'servers', 'mcp_servers'].map((name) => ({
  path: [name],
  as: 'servers',
  kind: 'misplaced-servers',
}));

/** Approvals of project servers: today in settings, in older versions in the state file. */
const approvals = (under: readonly string[]): SettingRule[] => [
  { path: [...under, 'enabledMcpjsonServers'], as: 'names', kind: 'switch' },
  { path: [...under, 'disabledMcpjsonServers'], as: 'names', kind: 'disabled-server' },
  { path: [...under, 'enableAllProjectMcpServers'], as: 'value', kind: 'switch' },
];

/** settings.json of every scope (code.claude.com/docs/en/settings). */
export const CODE_RULES: readonly SettingRule[] = [
  ...MISPLACED,
  ...approvals([]),
  { path: ['disabledMcpServers'], as: 'names', kind: 'disabled-server' },
  { path: ['enabledPlugins'], as: 'flags', kind: 'switch' },
  { path: ['env'], as: 'variables', kind: 'variable' },
  { path: ['apiKeyHelper'], as: 'presence', kind: 'switch' },
  ...switches('model', 'disableClaudeAiConnectors', 'forceLoginMethod'),
  { path: ['allowedMcpServers'], as: 'rules', kind: 'policy' },
  { path: ['deniedMcpServers'], as: 'rules', kind: 'policy' },
  ...policies(
    'allowManagedMcpServersOnly',
    'allowAllClaudeAiMcps',
    'strictPluginOnlyCustomization',
  ),
];

/** ~/.claude.json: what a person switched in `/mcp`, per project. */
export const CODE_STATE_RULES: readonly SettingRule[] = [
  { path: ['projects', '*', 'disabledMcpServers'], as: 'names', kind: 'disabled-server' },
  { path: ['projects', '*', 'enabledMcpServers'], as: 'names', kind: 'switch' },
  { path: ['projects', '*', 'hasTrustDialogAccepted'], as: 'value', kind: 'switch' },
  ...approvals(['projects', '*']),
];

/** The servers of a project, each of which needs an approval; see `unapprovedServers`. */
export const PROJECT_RULES: readonly SettingRule[] = [
  { path: ['mcpServers'], as: 'names', kind: 'unapproved-server' },
];

/** Files that no client reads. */
export const UNREAD_RULES: readonly SettingRule[] = MISPLACED;

export const DESKTOP_RULES: readonly SettingRule[] = [
  ...switches('isUsingBuiltInNodeForMcp', 'allowDevTools'),
];

/** One file per extension; its values can be secrets and are not read. */
export const EXTENSION_RULES: readonly SettingRule[] = switches('isEnabled');

export const THIRD_PARTY_RULES: readonly SettingRule[] = policies(
  'isLocalDevMcpEnabled',
  'isDesktopExtensionEnabled',
  'isDesktopExtensionSignatureRequired',
);
