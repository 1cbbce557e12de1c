const PART =
  /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"?|(?<comment>\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$))|(?<comma>,(?=[ \t\r\n]*[}\]]))|(?<smart>[“”„‟‘’])/g;

const WORDS = {
  comment: 'comments',
  comma: 'trailing commas',
  smart: 'typographic quotation marks',
} as const;

/**
 * Names what a broken JSON text holds that people take for JSON, each once: comments, trailing
 * commas, typographic quotation marks.
 * @param text without byte order mark
 */
export function oddities(text: string): string[] {
  const found = new Set<string>();
  for (const { groups } of text.matchAll(PART)) {
    if (groups?.['comment'] !== undefined) found.add(WORDS.comment);
    if (groups?.['comma'] !== undefined) found.add(WORDS.comma);
    if (groups?.['smart'] !== undefined) found.add(WORDS.smart);
  }
  return [...found];
}
