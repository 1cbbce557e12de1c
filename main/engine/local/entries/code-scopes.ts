import type { ServerEntry } from '../../model/evidence.ts';

/**
 * Which scope of Claude Code counts where a name stands in several, first one first. What a plugin
 * brings has a name of its own and is told apart by its address.
 * @see https://code.claude.com/docs/en/mcp, “Scope hierarchy and precedence”
 */
const CODE_SCOPES: readonly string[] = ['managed', 'local', 'project', 'user', 'plugin'];

/** The place of an entry of Claude Code in that order; null for what is none of its own. */
export function scopeRank({ client, scope }: ServerEntry): number | null {
  const rank = CODE_SCOPES.indexOf(scope);
  return client !== 'claude-code' || rank === -1 ? null : rank;
}

/**
 * Whether an entry comes before one of Claude Code in the Code tab of Claude Desktop: there
 * `claude_desktop_config.json` wins on the same name. In a terminal it does not count at all.
 */
export function winsInCodeTab(one: ServerEntry, over: ServerEntry): boolean {
  const isDesktops = one.client === 'claude-desktop-stdio' && one.scope !== 'extension';
  return isDesktops && isByName(over) && one.name === over.name;
}

/** An entry of Claude Code that is told apart by its name. */
export function isByName(entry: ServerEntry): boolean {
  return scopeRank(entry) !== null && entry.scope !== 'plugin';
}
