/**
 * The ways in which a value can stand in a request, an answer or an address: as it is, in a query
 * (once and twice encoded), in a form, in JSON.
 * @param value any text
 * @returns each spelling once, the value itself first
 * @see safety H4
 */
export function spellingsOf(value: string): readonly string[] {
  const inQuery = encoded(value);
  const inForm = inQuery.replaceAll('%20', '+');
  const lower = inQuery.replaceAll(/%[0-9A-F]{2}/g, (one) => one.toLowerCase());
  const inJson = JSON.stringify(value).slice(1, -1);
  const escaped = inJson.replaceAll('/', String.raw`\/`);
  return [...new Set([value, inQuery, inForm, lower, encoded(inQuery), inJson, escaped])];
}

/** Half a surrogate pair, which cannot be encoded. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** As URLSearchParams would, but for spaces. */
function encoded(value: string): string {
  return encodeURIComponent(value.replace(LONE, '\uFFFD')).replaceAll(
    /[!'()~]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
