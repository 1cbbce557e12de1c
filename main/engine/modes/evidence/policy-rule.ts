import type { ServerEntry } from '../../model/evidence.ts';

/** A rule of an allow or deny list, as `settings/setting-facts.ts` writes it. */
export interface PolicyRule {
  readonly text: string;
}

/**
 * Whether a rule of `allowedMcpServers` or `deniedMcpServers` fits an entry.
 * @returns null where it cannot be said: rules for commands hold what is not shown
 * @see https://code.claude.com/docs/en/managed-mcp
 */
export function ruleMatches({ text }: PolicyRule, entry: ServerEntry): boolean | null {
  if (text === 'none') return false;
  const [, kind, value = ''] = /^(serverName|serverUrl) (.*)$/s.exec(text) ?? [];
  if (kind === 'serverName') return value === entry.name;
  if (kind === 'serverUrl') return entry.url !== null && fits(value, entry.url);
  return entry.command === null ? false : null;
}

/**
 * The rules that count for an entry in an allow list: where there are rules for addresses, a server
 * with an address must fit one of those; where there are rules for commands, a local one likewise.
 */
export function rulesAskedOf<R extends PolicyRule>(
  entry: ServerEntry,
  rules: readonly R[],
): readonly R[] {
  const kind = entry.command === null ? 'serverUrl' : 'serverCommand';
  const own = rules.filter(({ text }) => text.startsWith(kind));
  return own.length > 0 ? own : rules;
}

/** `*` stands for any characters; without a backtracking expression, since both come from files. */
function fits(pattern: string, url: string): boolean {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return url === pattern || url === `${pattern}/`;
  if (!url.startsWith(first) || !url.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = url.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= url.length - last.length;
}
