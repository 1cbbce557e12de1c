import type { System } from '../../contract/words.ts';
import type { Place } from '../ports.ts';

/** The folders that locations start from. */
export type Base =
  | 'app-data'
  | 'local-app-data'
  | 'claude-code-state'
  | 'claude-code-folder'
  | 'claude-code-managed'
  | 'mcp-remote'
  | 'log-home'
  | 'cache-home'
  | 'codex'
  | 'home'
  | 'project';

/** A folder: named by a variable of the environment, else by segments under home. */
interface UnderHome {
  readonly variable?: string;
  readonly segments: readonly string[];
}

const UNDER_HOME: Readonly<
  Record<Exclude<Base, 'claude-code-managed' | 'project'>, Readonly<Record<System, UnderHome>>>
> = {
  'app-data': {
    darwin: { segments: ['Library', 'Application Support'] },
    win32: { variable: 'APPDATA', segments: ['AppData', 'Roaming'] },
    linux: { variable: 'XDG_CONFIG_HOME', segments: ['.config'] },
  },
  'local-app-data': {
    darwin: { segments: ['Library', 'Application Support'] },
    win32: { variable: 'LOCALAPPDATA', segments: ['AppData', 'Local'] },
    linux: { variable: 'XDG_DATA_HOME', segments: ['.local', 'share'] },
  },
  'claude-code-state': everywhere({ variable: 'CLAUDE_CONFIG_DIR', segments: [] }),
  'claude-code-folder': everywhere({ variable: 'CLAUDE_CONFIG_DIR', segments: ['.claude'] }),
  'log-home': {
    darwin: { segments: ['Library', 'Logs'] },
    win32: { variable: 'APPDATA', segments: ['AppData', 'Roaming'] },
    linux: { variable: 'XDG_CONFIG_HOME', segments: ['.config'] },
  },
  'cache-home': {
    darwin: { segments: ['Library', 'Caches'] },
    win32: { variable: 'LOCALAPPDATA', segments: ['AppData', 'Local'] },
    linux: { variable: 'XDG_CACHE_HOME', segments: ['.cache'] },
  },
  'mcp-remote': everywhere({ variable: 'MCP_REMOTE_CONFIG_DIR', segments: ['.mcp-auth'] }),
  codex: everywhere({ variable: 'CODEX_HOME', segments: ['.codex'] }),
  home: everywhere({ segments: [] }),
};

/** Managed files lie outside every home; they are read only on the machine that runs us. */
const MANAGED: Readonly<Record<System, readonly string[]>> = {
  darwin: ['/Library', 'Application Support', 'ClaudeCode'],
  win32: ['C:\\Program Files', 'ClaudeCode'],
  linux: ['/etc', 'claude-code'],
};

function everywhere(folder: UnderHome): Readonly<Record<System, UnderHome>> {
  return { darwin: folder, win32: folder, linux: folder };
}

/**
 * Finds the folder that a location starts from.
 * @param base its name
 * @param place where we look
 * @returns the path, or null where there is no such folder to read: no project was given, or the
 *   folder lies outside a copied profile (design: nothing outside `--home` and `--project`)
 */
export function basePath(base: Base, place: Place): string | null {
  if (base === 'project') return place.project;
  if (base === 'claude-code-managed') {
    return place.copied ? null : place.join(...MANAGED[place.os]);
  }
  const { variable, segments } = UNDER_HOME[base][place.os];
  // SECURITY: a copied profile is not the machine's, so its environment is never asked.
  const named = variable === undefined || place.copied ? undefined : place.env(variable);
  return named === undefined || named === '' ? place.join(place.home, ...segments) : named;
}
