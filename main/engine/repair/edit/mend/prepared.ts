import type { LooseToken } from '../../../redact/json-lexer.ts';
import { looseTokens } from './loose-tokens.ts';

/**
 * What jsonrepair does not do, or does by a guess, done before it: comments behind `#`, a comma twice,
 * single backslashes in a Windows path, a fence of Markdown, braces missing around the whole.
 */
export function prepared(text: string): string {
  const bare = text.replace(/^[ \t]*```\w*[ \t]*$/gm, '').replace(/^([ \t]*)#.*$/gm, '$1');
  const pieces = looseTokens(bare).reduce<{ readonly out: string[]; last: string }>(
    (state, token) => {
      const piece = bare.slice(token.start, token.end);
      const isRepeated = piece === ',' && state.last === ',';
      if (!isRepeated) state.out.push(token.kind === 'string' ? withWholePath(piece) : piece);
      if (token.kind !== 'space' && token.kind !== 'comment') state.last = piece;
      return state;
    },
    { out: [], last: '' },
  );
  return inBraces(pieces.out.join(''));
}

const WRONG_ESCAPE = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/;

/** `"C:\Users\ada"`: an escape that JSON does not know shows that a path was pasted. */
function withWholePath(string: string): string {
  if (!/^"(?:[A-Za-z]:|\\)\\/.test(string) || !WRONG_ESCAPE.test(string)) return string;
  return string.replace(/\\\\|\\(?!")/g, '\\\\');
}

/** A file that begins with a member has lost its braces. */
function inBraces(text: string): string {
  const [first, second] = looseTokens(text.slice(0, 4096)).filter(isSolid);
  const isMember = first?.kind === 'string' && second !== undefined && text[second.start] === ':';
  return isMember ? `{${text}}` : text;
}

function isSolid({ kind }: LooseToken): boolean {
  return kind !== 'space' && kind !== 'comment';
}
