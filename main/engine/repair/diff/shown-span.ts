/** Longer lines are cut around what changes. */
const LINE_LIMIT = 300;
const BEFORE = 80;

/** The part of a line that is shown; of a long one what is around the first difference. */
export function shownSpan(
  line: string,
  other: string | null,
): { readonly from: number; readonly to: number } {
  if (line.length <= LINE_LIMIT) return { from: 0, to: line.length };
  const from = Math.max(0, (other === null ? 0 : commonLength(line, other)) - BEFORE);
  const start = Math.min(from, line.length - LINE_LIMIT);
  return { from: start, to: start + LINE_LIMIT };
}

function commonLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}
