import type { ServerEntry } from '../../model/evidence.ts';
import { redactUrl } from '../../redact/url.ts';

/** A rule of an allow or deny list, as `settings/setting-facts.ts` writes it. */
export interface PolicyRule {
  readonly text: string;
  readonly commandHash: string | null;
}

/**
 * Whether a rule of `allowedMcpServers` or `deniedMcpServers` fits an entry: a name letter by letter,
 * a command word by word, an address with `*` for any characters.
 * @returns null where it cannot be said: a variable stands in one of the two
 * @see https://code.claude.com/docs/en/managed-mcp
 */
export function ruleMatches({ text, commandHash }: PolicyRule, entry: ServerEntry): boolean | null {
  const [, kind, value = ''] = /^(server(?:Name|Url|Command)) (.*)$/s.exec(text) ?? [];
  if (kind === 'serverName') return value === entry.name;
  if (kind === 'serverUrl') return entry.url !== null && fitsUrl(value, entry);
  if (kind !== 'serverCommand' || entry.command === null) return false;
  if (commandHash === null || entry.commandHash === null) return null;
  return commandHash === entry.commandHash;
}

/** An address that mcp-remote is given is an argument, and no address to Claude Code. */
function fitsUrl(pattern: string, { url, viaMcpRemote }: ServerEntry): boolean | null {
  if (url === null || viaMcpRemote) return false;
  if (url.includes('${')) return null;
  const [rule, address] = [withPlainHost(pattern), withPlainHost(url)];
  // The rule is kept masked, so that an address is held against it as it is, and masked.
  return fits(rule, address) || fits(rule, withPlainHost(redactUrl(url)));
}

/** Letters of scheme and host are one, large or small (claude-code#56499); those of the path are not. */
function withPlainHost(url: string): string {
  return url.replace(/^[^/]*:\/\/[^/?#]*/, (start) => start.toLowerCase());
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
