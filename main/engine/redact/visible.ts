/**
 * Characters that would change how the text around them is read: control characters, ANSI escapes,
 * line and paragraph separators, bidirectional marks, zero-width characters, lone surrogates.
 */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;

/**
 * Makes hidden characters visible as `\uXXXX`, so that text from outside stays on its line and
 * cannot colour, reorder or forge what stands beside it (safety H13, G14).
 * @param text text from a file or a server
 * @param keep characters to leave alone, for text that may have lines
 * @returns text of printable characters only, besides those of `keep`
 */
export function visible(text: string, keep = ''): string {
  return text.replace(INVISIBLE, (one) => (keep.includes(one) ? one : escaped(one)));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
