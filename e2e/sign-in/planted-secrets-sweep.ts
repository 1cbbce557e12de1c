/** A secret that must be nowhere, and its name for the message of a failing test. */
export interface Planted {
  readonly name: string;
  readonly value: string;
}

/** Looks for secrets in what a program left behind. */
export interface Sweep {
  /** Names of the secrets, and the spellings, of which at least one window stands in the bytes. */
  find(bytes: Buffer): readonly string[];
}

/** So many characters in a row of a secret are a leak: a cut one opens a guess. */
const WINDOW = 16;
const SIZE = 1 << 22;

/**
 * Prepares a sweep for every window of 16 characters of every spelling of some secrets. It is written
 * without a look at how the product hides them, and shares no code with that.
 * @param secrets of at least 16 characters each, in ASCII
 */
export function createSweep(secrets: readonly Planted[]): Sweep {
  const windows = new Map<string, string>();
  const starts = new Uint8Array(SIZE);
  for (const { name, value } of secrets)
    for (const [spelling, text] of spelled(value))
      for (let at = 0; at + WINDOW <= text.length; at += 1) {
        const window = text.slice(at, at + WINDOW);
        if (!windows.has(window)) windows.set(window, `${name}, ${spelling}`);
        starts[hashAt(Buffer.from(window, 'latin1'), 0)] = 1;
      }
  const scan = (bytes: Buffer): string[] => {
    const found = new Set<string>();
    for (let at = 0; at + WINDOW <= bytes.length; at += 1) {
      if (starts[hashAt(bytes, at)] === 0) continue;
      const name = windows.get(bytes.toString('latin1', at, at + WINDOW));
      if (name !== undefined) found.add(name);
    }
    return [...found];
  };
  return {
    find: (bytes) => [
      ...scan(bytes),
      // As UTF-16, which browsers and Windows write.
      ...(bytes.includes(0) ? scan(bytes.filter((one) => one !== 0) as Buffer) : []),
    ],
  };
}

function hashAt(bytes: Buffer, at: number): number {
  const four = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  return Math.imul(four, 0x9e3779b1) >>> 10;
}

/**
 * Every spelling in which a server, a browser or a program writes a text down.
 * @param value ASCII
 */
export function spelled(value: string): readonly (readonly [string, string])[] {
  const percent = encodeURIComponent(value);
  const strict = value.replaceAll(/[^\w.~-]/g, hex);
  const html = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return [
    ['as it is', value],
    ['percent', percent],
    ['percent, strict', strict],
    ['percent, lower case', strict.replaceAll(/%../g, (one) => one.toLowerCase())],
    ['percent twice', encodeURIComponent(percent)],
    ['percent twice, strict', strict.replaceAll('%', '%25')],
    ['form', new URLSearchParams({ '': value }).toString().slice(1)],
    ['JSON', JSON.stringify(value).slice(1, -1)],
    ['JSON twice', JSON.stringify(JSON.stringify(value)).slice(3, -3)],
    ['JSON, escaped', value.replaceAll(/[^\w.~-]/g, escape)],
    ['HTML', html],
    ['HTML, all', html.replaceAll("'", '&#39;').replaceAll('>', '&gt;')],
    ...[0, 1, 2].flatMap((offset) => base64At(value, offset)),
  ];
}

/** Base64 depends on where in its text the secret begins; what its neighbours decide is left out. */
function base64At(value: string, offset: number): readonly (readonly [string, string])[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(value, 'latin1')]);
  const text = bytes
    .toString('base64')
    .replace(/=+$/, '')
    .slice(Math.ceil((offset * 8) / 6), -1);
  return [
    ['base64', text],
    ['base64url', text.replaceAll('+', '-').replaceAll('/', '_')],
  ];
}

function hex(one: string): string {
  return `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function escape(one: string): string {
  return String.raw`\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
