import { ALL_SYSTEMS, PACKAGE, PACKAGE_SCOPE, type ConfigLocation } from './location.ts';

const TOP: readonly string[] = ['mcpServers'];
const NO_TRANSPORT = 'unknown';

/**
 * Claude Desktop hands the text to JSON.parse, which refuses a byte order mark
 * (anthropics/claude-code#81355, homeassistant-ai/ha-mcp#281).
 */
const DESKTOP = {
  client: 'claude-desktop-stdio',
  format: 'json',
  byteOrderMark: 'refused',
  typeKeys: ['type', 'transport'],
  urlKeys: [{ name: 'url', transport: NO_TRANSPORT }],
  unread: new Map([
    ['environment', 'env'],
    ['arguments', 'args'],
    ['cmd', 'command'],
  ]),
} as const;

/** Claude Code strips a byte order mark in the versions of 2026 (anthropics/claude-code#81355). */
const CODE = {
  client: 'claude-code',
  format: 'json',
  byteOrderMark: 'tolerated',
  typeKeys: ['type'],
  urlKeys: [{ name: 'url', transport: NO_TRANSPORT }],
  unread: new Map([
    ['serverUrl', 'url'],
    ['serverURL', 'url'],
    ['httpUrl', 'url'],
    ['uri', 'url'],
    ['endpoint', 'url'],
    ['http_headers', 'headers'],
    ['requestHeaders', 'headers'],
    ['environment', 'env'],
    ['arguments', 'args'],
    ['cmd', 'command'],
  ]),
} as const;

/**
 * Claude Desktop with a model of somebody else, which runs its own sign-in on this machine. That the
 * keys stand at the top of a profile, and that the file of local servers has the usual name there,
 * is INFERRED from its documentation (claude.com/docs/third-party/claude-desktop).
 */
const THIRD_PARTY = {
  ...DESKTOP,
  client: 'claude-desktop-3p',
  typeKeys: ['transport', 'type'],
  scope: 'managed',
  systems: ALL_SYSTEMS,
  path: ['Claude-3p', 'configLibrary', '*.json'],
  chosenBy: 'applied profile',
  tables: [{ path: ['managedMcpServers'], scope: 'managed', form: 'list' }],
} as const;

/** Manifest of an extension (MCPB): what it starts stands under `server.mcp_config`. */
const EXTENSION = {
  ...DESKTOP,
  scope: 'extension',
  tables: [{ path: ['server', 'mcp_config'], scope: 'extension', form: 'one' }],
} as const;
const EXTENSION_PATH = ['Claude', 'Claude Extensions', '*', 'manifest.json'] as const;

/** A copy of what an installed plugin brings along. */
const PLUGIN = {
  ...CODE,
  scope: 'plugin',
  systems: ALL_SYSTEMS,
  base: 'claude-code-folder',
  chosenBy: 'installed plugins',
} as const;
const PLUGIN_FOLDER = ['plugins', 'cache', '*', '*', '*'] as const;

/**
 * The files of Claude's own clients. Sources: Claude Desktop and Claude Code documentation;
 * anthropics/claude-code#26073 for the package folder, #48448 for CLAUDE_CONFIG_DIR, #26689 and
 * #78413 for where plugins lie. `.claude.json` holds servers of all projects and of single ones.
 */
export const CLAUDE_LOCATIONS: readonly ConfigLocation[] = [
  {
    ...DESKTOP,
    scope: 'user',
    systems: ALL_SYSTEMS,
    base: 'app-data',
    path: ['Claude', 'claude_desktop_config.json'],
    tables: [{ path: TOP, scope: 'user' }],
  },
  {
    ...DESKTOP,
    scope: PACKAGE_SCOPE,
    systems: ['win32'],
    base: 'local-app-data',
    path: [...PACKAGE, 'LocalCache', 'Roaming', 'Claude', 'claude_desktop_config.json'],
    tables: [{ path: TOP, scope: PACKAGE_SCOPE }],
  },
  {
    ...CODE,
    scope: 'user',
    systems: ALL_SYSTEMS,
    base: 'claude-code-state',
    path: ['.claude.json'],
    tables: [
      { path: TOP, scope: 'user' },
      { path: ['projects', '*', 'mcpServers'], scope: 'local' },
    ],
  },
  {
    ...CODE,
    scope: 'project',
    systems: ALL_SYSTEMS,
    base: 'project',
    path: ['.mcp.json'],
    tables: [{ path: TOP, scope: 'project' }],
  },
  {
    ...CODE,
    scope: 'managed',
    systems: ALL_SYSTEMS,
    base: 'claude-code-managed',
    path: ['managed-mcp.json'],
    tables: [{ path: TOP, scope: 'managed' }],
  },
  {
    ...PLUGIN,
    path: [...PLUGIN_FOLDER, '.mcp.json'],
    tables: [
      { path: TOP, scope: 'plugin' },
      { path: [], scope: 'plugin', unless: 'mcpServers' },
    ],
  },
  {
    ...PLUGIN,
    path: [...PLUGIN_FOLDER, '.claude-plugin', 'plugin.json'],
    tables: [{ path: TOP, scope: 'plugin' }],
  },
  { ...EXTENSION, systems: ALL_SYSTEMS, base: 'app-data', path: EXTENSION_PATH },
  {
    ...EXTENSION,
    systems: ['win32'],
    base: 'local-app-data',
    path: [...PACKAGE, 'LocalCache', 'Roaming', ...EXTENSION_PATH],
  },
  { ...THIRD_PARTY, base: 'app-data' },
  { ...THIRD_PARTY, systems: ['win32'], base: 'local-app-data' },
  {
    ...THIRD_PARTY,
    systems: ['win32'],
    base: 'local-app-data',
    path: [...PACKAGE, 'LocalCache', 'Local', ...THIRD_PARTY.path],
  },
  {
    ...DESKTOP,
    client: 'claude-desktop-3p',
    scope: 'user',
    systems: ALL_SYSTEMS,
    base: 'app-data',
    path: ['Claude-3p', 'claude_desktop_config.json'],
    tables: [{ path: TOP, scope: 'user' }],
  },
  {
    ...DESKTOP,
    client: 'claude-desktop-3p',
    scope: 'user',
    systems: ['win32'],
    base: 'local-app-data',
    path: ['Claude-3p', 'claude_desktop_config.json'],
    tables: [{ path: TOP, scope: 'user' }],
  },
];

/**
 * A file that repositories carry for `claude --mcp-config mcp.json`, as automated runs use it. No
 * client finds it by itself, so it is none of `CONFIG_LOCATIONS`; a comparison reads it.
 */
export const COMMITTED_LOCATION: ConfigLocation = {
  ...CODE,
  scope: 'repository',
  systems: ALL_SYSTEMS,
  base: 'project',
  path: ['mcp.json'],
  tables: [{ path: TOP, scope: 'repository' }],
};
