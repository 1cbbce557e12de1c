/** A page is read so far; an error page says what it has to say before. */
const LIMIT = 64 * 1024;
/** Elements whose content nobody reads. */
const UNREAD: readonly string[] = ['script', 'style', 'template', 'noscript'];

/**
 * The text of a page as somebody would read it: without markup, scripts and styles, white space
 * joined; its title where there is nothing else. Goes through the text a set number of times,
 * whatever it is (safety D20).
 * @param html any text; one that is no markup comes back as it is
 */
export function pageText(html: string): string {
  const cut = html.slice(0, LIMIT);
  return textWithout([...UNREAD, 'title'], cut) || textWithout(UNREAD, cut);
}

function textWithout(names: readonly string[], html: string): string {
  const lower = html.toLowerCase();
  const pieces: string[] = [];
  for (let at = 0; at < html.length;) {
    const open = indexFrom(html, '<', at);
    pieces.push(html.slice(at, open));
    at = endOfTag(names, lower, open);
  }
  return pieces.join(' ').replace(/\s+/g, ' ').trim();
}

/** Behind the tag that opens here, and behind its element where nobody reads that. */
function endOfTag(names: readonly string[], lower: string, open: number): number {
  const unread = names.find((name) => lower.startsWith(name, open + 1));
  const from = unread === undefined ? open : indexFrom(lower, `</${unread}`, open);
  return indexFrom(lower, '>', from) + 1;
}

function indexFrom(text: string, part: string, from: number): number {
  const at = text.indexOf(part, from);
  return at === -1 ? text.length : at;
}
