import { ALL_SYSTEMS, type ConfigLocation } from './location.ts';

const TOP: readonly string[] = ['mcpServers'];
const HTTP = 'http';

/** `url` is the key of nearly every other client, so that it is what people carry over. */
const LIKE_OTHERS = new Map([
  ['serverUrl', 'url'],
  ['httpUrl', 'url'],
  ['uri', 'url'],
  ['environment', 'env'],
  ['arguments', 'args'],
]);

/** code.visualstudio.com/docs/copilot/reference/mcp-configuration: JSON with comments, key `servers`. */
const VSCODE = {
  client: 'vscode',
  format: 'jsonc',
  byteOrderMark: 'tolerated',
  typeKeys: ['type'],
  urlKeys: [{ name: 'url', transport: HTTP }],
  unread: LIKE_OTHERS,
  systems: ALL_SYSTEMS,
} as const;
const VSCODE_USER = {
  ...VSCODE,
  scope: 'user',
  base: 'app-data',
  tables: [{ path: ['servers'], scope: 'user' }],
} as const;

/** docs.cursor.com: an address alone is tried as HTTP first. That comments are read is INFERRED. */
const CURSOR = {
  ...VSCODE,
  client: 'cursor',
  urlKeys: [{ name: 'url', transport: HTTP }],
} as const;

/** docs.windsurf.com/windsurf/cascade/mcp: `serverUrl`; newer builds take `url` as well. */
const WINDSURF = {
  client: 'windsurf',
  format: 'json',
  byteOrderMark: 'tolerated',
  typeKeys: ['type'],
  urlKeys: [
    { name: 'serverUrl', transport: HTTP },
    { name: 'url', transport: HTTP },
  ],
  unread: new Map([['httpUrl', 'serverUrl']]),
  off: { key: 'disabled', value: true },
  systems: ALL_SYSTEMS,
  scope: 'user',
  base: 'home',
} as const;

/** github.com/google-gemini/gemini-cli docs/tools/mcp-server.md: `httpUrl` is HTTP, `url` is SSE. */
const GEMINI = {
  client: 'gemini',
  format: 'jsonc',
  byteOrderMark: 'tolerated',
  typeKeys: ['type'],
  urlKeys: [
    { name: 'httpUrl', transport: HTTP },
    { name: 'url', transport: 'sse' },
  ],
  unread: new Map([['serverUrl', 'httpUrl']]),
  systems: ALL_SYSTEMS,
} as const;

/** Antigravity keeps its files in Gemini's folder and has Windsurf's key (third-party evidence). */
const ANTIGRAVITY = {
  ...WINDSURF,
  client: 'gemini',
  scope: 'antigravity',
  tables: [{ path: TOP, scope: 'antigravity' }],
} as const;

/** developers.openai.com/codex/mcp: TOML, `headers` is passed over (openai/codex mcp_types.rs). */
const CODEX = {
  client: 'codex',
  format: 'toml',
  byteOrderMark: 'tolerated',
  typeKeys: [],
  urlKeys: [{ name: 'url', transport: HTTP }],
  unread: new Map([
    ['headers', 'http_headers'],
    ['serverUrl', 'url'],
    ['httpUrl', 'url'],
    ['bearer_token', 'bearer_token_env_var'],
  ]),
  off: { key: 'enabled', value: false },
  systems: ALL_SYSTEMS,
  path: ['config.toml'],
} as const;

/** The files of other clients: what works there explains what does not work here. */
export const OTHER_LOCATIONS: readonly ConfigLocation[] = [
  {
    ...VSCODE,
    scope: 'project',
    base: 'project',
    path: ['.vscode', 'mcp.json'],
    tables: [{ path: ['servers'], scope: 'project' }],
  },
  { ...VSCODE_USER, path: ['Code', 'User', 'mcp.json'] },
  { ...VSCODE_USER, path: ['Code', 'User', 'profiles', '*', 'mcp.json'] },
  { ...VSCODE_USER, path: ['Code - Insiders', 'User', 'mcp.json'] },
  {
    ...CURSOR,
    scope: 'user',
    base: 'home',
    path: ['.cursor', 'mcp.json'],
    tables: [{ path: TOP, scope: 'user' }],
  },
  {
    ...CURSOR,
    scope: 'project',
    base: 'project',
    path: ['.cursor', 'mcp.json'],
    tables: [{ path: TOP, scope: 'project' }],
  },
  {
    ...WINDSURF,
    path: ['.codeium', 'windsurf', 'mcp_config.json'],
    tables: [{ path: TOP, scope: 'user' }],
  },
  {
    ...GEMINI,
    scope: 'user',
    base: 'home',
    path: ['.gemini', 'settings.json'],
    tables: [{ path: TOP, scope: 'user' }],
  },
  {
    ...GEMINI,
    scope: 'project',
    base: 'project',
    path: ['.gemini', 'settings.json'],
    tables: [{ path: TOP, scope: 'project' }],
  },
  {
    ...GEMINI,
    scope: 'extension',
    base: 'home',
    path: ['.gemini', 'extensions', '*', 'gemini-extension.json'],
    tables: [{ path: TOP, scope: 'extension' }],
  },
  { ...ANTIGRAVITY, path: ['.gemini', 'antigravity', 'mcp_config.json'] },
  { ...ANTIGRAVITY, path: ['.gemini', 'config', 'mcp_config.json'] },
  { ...CODEX, scope: 'user', base: 'codex', tables: [{ path: ['mcp_servers'], scope: 'user' }] },
  {
    ...CODEX,
    scope: 'project',
    base: 'project',
    path: ['.codex', 'config.toml'],
    tables: [{ path: ['mcp_servers'], scope: 'project' }],
  },
];
