/**
 * Characters that change how other text looks, or that cannot be seen: control (Cc) and format (Cf)
 * characters, among them the bidirectional overrides and zero-width ones, and the two separators of
 * lines and paragraphs. Tab and line feed are kept.
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Makes characters visible that could disguise server text (safety G14, H13): `\u202e` becomes the
 * six plain characters `\u202e`. CRLF becomes LF.
 * @param text any text that came from outside
 * @returns the text with nothing hidden in it
 */
export function escapeInvisible(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(INVISIBLE, (char) => `\\u${hex(char)}`);
}

function hex(char: string): string {
  const code = (char.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `{${code}}` : code.padStart(4, '0');
}

/**
 * The same value with every string in it made visible. Only the two strings of a mismatch are left
 * as they are, because its index counts their characters; splitMismatch makes those visible.
 * @param value plain data, as it crosses the bridge
 */
export function escapeDeep<T>(value: T): T {
  return escapeAny(value) as T;
}

function escapeAny(value: unknown): unknown {
  if (typeof value === 'string') return escapeInvisible(value);
  if (Array.isArray(value)) return value.map(escapeAny);
  if (typeof value !== 'object' || value === null) return value;
  const kept = isMismatch(value) ? COUNTED : NONE;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, one]) => [key, kept.has(key) ? one : escapeAny(one)]),
  );
}

const COUNTED: ReadonlySet<string> = new Set(['expected', 'received']);
const NONE: ReadonlySet<string> = new Set();

function isMismatch(value: object): boolean {
  return 'kind' in value && value.kind === 'mismatch';
}
