import type { ClientId, System } from '../../contract/words.ts';
import type { Base } from './bases.ts';

/** Where in a file servers stand: keys from the root, `*` for every key; and what that place is called. */
export interface ServerTable {
  readonly path: readonly string[];
  readonly scope: string;
}

/** A file that a client reads its servers from. */
export interface ConfigLocation {
  readonly client: ClientId;
  readonly scope: string;
  readonly systems: readonly System[];
  readonly base: Base;
  /** Segments under the base; one that ends in `*` stands for every name that begins so. */
  readonly path: readonly string[];
  readonly tables: readonly ServerTable[];
  /** Keys that this client accepts for the transport, first one first. */
  readonly typeKeys: readonly string[];
  /** Whether the client reads a file that begins with a byte order mark. */
  readonly byteOrderMark: 'refused' | 'tolerated';
}

/** A folder or file that shows that a client is, or was, on this machine. */
export interface InstallLocation {
  readonly client: ClientId;
  readonly systems: readonly System[];
  readonly base: Base;
  readonly path: readonly string[];
  readonly how: string;
  /** What the `*` of the last segment stands for. */
  readonly star: 'version' | 'anything';
}

const ALL = ['darwin', 'win32', 'linux'] as const;
const TOP: readonly string[] = ['mcpServers'];

/** The folder of the Windows package; its family id is stable, public tools match `Claude_*`. */
const PACKAGE = ['Packages', 'Claude_*'] as const;
/** Scope of Claude Desktop's file inside its Windows package. */
export const PACKAGE_SCOPE = 'package';

/**
 * Claude Desktop hands the text to JSON.parse, which refuses a byte order mark
 * (anthropics/claude-code#81355, homeassistant-ai/ha-mcp#281).
 */
const DESKTOP = {
  client: 'claude-desktop-stdio',
  typeKeys: ['type', 'transport'],
  byteOrderMark: 'refused',
} as const;
/** Claude Code strips a byte order mark in the versions of 2026 (anthropics/claude-code#81355). */
const CODE = { client: 'claude-code', typeKeys: ['type'], byteOrderMark: 'tolerated' } as const;

/**
 * All configuration files Unblank reads (safety G16). A new client or place is a new row. Sources:
 * Claude Desktop and Claude Code documentation; anthropics/claude-code#26073 for the package folder,
 * #48448 for CLAUDE_CONFIG_DIR. `.claude.json` holds servers of all projects and of single ones.
 */
export const CONFIG_LOCATIONS: readonly ConfigLocation[] = [
  {
    ...DESKTOP,
    scope: 'user',
    systems: ALL,
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
    systems: ALL,
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
    systems: ALL,
    base: 'project',
    path: ['.mcp.json'],
    tables: [{ path: TOP, scope: 'project' }],
  },
  {
    ...CODE,
    scope: 'managed',
    systems: ALL,
    base: 'claude-code-managed',
    path: ['managed-mcp.json'],
    tables: [{ path: TOP, scope: 'managed' }],
  },
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
];
