/**
 * The ways in which a value can stand in a request, an answer or an address: as it is, in a query
 * (once and twice encoded, however strictly), in a form, in JSON (once and twice), in HTML, in Base64.
 * @param value any text
 * @returns each spelling once, the value itself first
 * @see safety H4, H5
 */
export function spellingsOf(value: string): readonly string[] {
  const inJson = JSON.stringify(value).slice(1, -1);
  return [
    ...new Set([
      value,
      ...queriesOf(value),
      inJson,
      inJson.replaceAll('/', String.raw`\/`),
      value.replaceAll(/[^\w.~-]/g, asUnit),
      JSON.stringify(inJson).slice(1, -1),
      ...htmlOf(value),
      ...base64Of(value),
    ]),
  ];
}

/** Encoders differ in what they leave alone, and in the case of their digits. */
function queriesOf(value: string): readonly string[] {
  const plain = encodeURIComponent(value.replace(LONE, '\uFFFD'));
  const strict = plain.replaceAll(/[!'()*]/g, asHex);
  const inForm = strict.replaceAll('%20', '+').replaceAll('%2A', '*').replaceAll('~', '%7E');
  const full = strict.replaceAll('~', '%7E');
  const inAddress = plain.replaceAll("'", '%27');
  const once = [plain, inAddress, strict, full, strict.replaceAll('%2A', '*'), inForm];
  const lower = once.map((one) => one.replaceAll(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()));
  const twice = once.map((one) => one.replaceAll('%', '%25'));
  return [...once, ...lower, ...twice];
}

/** Half a surrogate pair, which cannot be encoded. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function htmlOf(value: string): readonly string[] {
  const some = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return [some, some.replaceAll('>', '&gt;').replaceAll("'", '&#39;')];
}

/** Of less, Base64 is as short as a word. */
const LEAST = 12;

/**
 * Where the value begins in what was encoded decides between three spellings; what its neighbours
 * decide, at both ends, is left out.
 */
function base64Of(value: string): readonly string[] {
  if (value.length < LEAST) return [];
  const bytes = Array.from(new TextEncoder().encode(value), (one) => String.fromCharCode(one));
  const spelled = [0, 1, 2].map((before) => {
    const text = btoa('\0'.repeat(before) + bytes.join('')).replace(/=+$/, '');
    const whole = (before + bytes.length) % 3 === 0;
    return text.slice(Math.ceil((before * 8) / 6), whole ? undefined : -1);
  });
  return spelled.flatMap((one) => [one, one.replaceAll('+', '-').replaceAll('/', '_')]);
}

function asHex(one: string): string {
  return `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function asUnit(one: string): string {
  return String.raw`\u` + one.charCodeAt(0).toString(16).padStart(4, '0');
}
