import { maskJson } from '../../redact/json-mask.ts';
import { redactText } from '../../redact/text.ts';
import { visible } from '../../redact/visible.ts';
import { membersOf, type JsonNode, type Member } from '../json-tree.ts';

const LINE_LIMIT = 200;
const LINES_LIMIT = 24;
/** Keys of the format; others are shown in entries only, where they are known to be keys. */
const KNOWN_KEY =
  /^\s*(?:command|args|env|url|cwd|enabled|http_headers|env_http_headers|headers)\s*=/;
const SERVER_TABLE = /^\s*\[mcp_servers\.[\w."' -]{1,80}\]\s*$/;

/**
 * Prepares a TOML text for questions about its lines. Only headers of server tables and keys of the
 * format are shown; all else becomes one `•` per character (safety H2).
 * @returns a function from an offset to the masked line around it
 */
export function tomlExcerptAt(text: string): (offset: number) => string {
  return (offset) => {
    const from = text.lastIndexOf('\n', Math.max(0, Math.min(offset, text.length) - 1)) + 1;
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end === -1 ? text.length : end).replace(/\r$/, '');
    return maskedLine(line.slice(0, LINE_LIMIT));
  };
}

function maskedLine(line: string): string {
  if (SERVER_TABLE.test(line)) return visible(redactText(line));
  const shown = KNOWN_KEY.exec(line)?.[0] ?? '';
  return shown + line.slice(shown.length).replace(/[^\s]/g, '•');
}

/**
 * A server table as TOML, written anew from its values with everything masked that could be secret.
 * @param text the file, of which only the header is taken
 * @param member the entry
 */
export function tomlExcerptOf(text: string, { key, value }: Member): string {
  const lines = membersOf(value).map((one) => `${one.name} = ${maskedValue(one)}`);
  const header = tomlExcerptAt(text)(key.offset);
  const all = [header, ...lines.map((line) => visible(line).slice(0, LINE_LIMIT))];
  return all.slice(0, LINES_LIMIT).join('\n') + (all.length > LINES_LIMIT ? '\n…' : '');
}

/** The rules for JSON say what of a value may be shown; the same keys mean the same here. */
function maskedValue({ name, value }: Member): string {
  const written = `{${JSON.stringify(name)}:${JSON.stringify(plain(value))}}`;
  return maskJson(written).slice(JSON.stringify(name).length + 2, -1);
}

function plain(node: JsonNode): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type !== 'object') return node.value as unknown;
  return Object.fromEntries(membersOf(node).map(({ name, value }) => [name, plain(value)]));
}
