/**
 * Text of anybody as Markdown in which nothing of it is markup: no element, no link, no mention, no
 * reference to an issue. What a forge would make a link of stands as code (safety H13).
 */
export function markdownText(text: string): string {
  return text
    .split(/(\s+)/)
    .map((one) => (/^\s*$/.test(one) ? one.replaceAll(/\s+/g, ' ') : wordOf(one)))
    .join('');
}

/** A value as code, whatever stands in it (CommonMark §6.1). */
export function markdownCode(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(line) + 1);
  // Backticks and spaces at an edge need a space beside them.
  const pad = /^[` ]|[` ]$/.test(line) || line === '' ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Lines as they are, fenced so that none of them can end the fence (CommonMark §4.5). */
export function markdownBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}text\n${text}\n${fence}`;
}

/** Addresses, mentions, numbers of issues, commits, pull requests by GH-1, host names with www. */
const LINKED = /:\/\/|@|www\.|#\d|\bGH-\d|^\W*[0-9a-f]{7,64}\W*$|mailto:|xmpp:/i;
const EDGES = /^([([“"'‘]*)(.*?)([)\]”"'’.,;:!?]*)$/su;

function wordOf(word: string): string {
  if (!LINKED.test(word)) return escaped(word);
  const [, before = '', inner = '', after = ''] = EDGES.exec(word) ?? [];
  return inner === '' ? escaped(word) : escaped(before) + markdownCode(inner) + escaped(after);
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|~=$:^]/g, '\\$&')
    .replace(/[<>&]/g, (one) => ({ '<': '&lt;', '>': '&gt;' })[one] ?? '&amp;');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
