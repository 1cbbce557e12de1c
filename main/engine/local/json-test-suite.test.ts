import { describe, expect, test } from 'vitest';
import type { ConfigFile } from '../model/evidence.ts';
import { firstOffence } from './first-offence.ts';
import { CONFIG_LOCATIONS, type ConfigLocation } from './locations.ts';
import { readConfig } from './read-config.ts';
import { JSON_TEST_SUITE } from './testing/json-test-suite.ts';

const strict = locationOf('json');
const lenient = locationOf('jsonc');

function locationOf(format: ConfigLocation['format']): ConfigLocation {
  const found = CONFIG_LOCATIONS.find((one) => one.format === format);
  if (found === undefined) throw new Error(`no client reads ${format}`);
  return found;
}

function read(text: string, location: ConfigLocation): ConfigFile {
  const bytes = new TextEncoder().encode(text);
  const config = readConfig(location, '/home/ada/x.json', { kind: 'bytes', bytes })?.config;
  if (config === undefined) throw new Error('nothing was read');
  return config;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const DEEP: readonly (readonly [string, string])[] = [
  ['i_structure_500_nested_arrays', '['.repeat(500) + ']'.repeat(500)],
  ['n_structure_100000_opening_arrays', '['.repeat(100_000)],
  ['n_structure_open_array_object', `${'[{"":'.repeat(50_000)}\n`],
];

describe('G2: JSONTestSuite', () => {
  test.each([...JSON_TEST_SUITE, ...DEEP])('%s', (name, input) => {
    const text = input.replace(/^\ufeff/, '');
    const config = read(input, strict);
    const offence = firstOffence(text);
    if (name.startsWith('y_')) expect(offence).toBeNull();
    if (name.startsWith('n_')) expect(['broken', 'empty']).toContain(config.state);
    // Whatever is up to the parser, we say what the clients' parser says.
    expect(offence === null).toBe(parses(text));
    expect(offence?.offset ?? 0).toBeLessThanOrEqual(text.length);
    for (const { line, column } of config.problems) {
      const lines = text.split(/\r\n|\n|\r/);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    }
  });

  test('what is strict is accepted where comments are allowed, too', () => {
    for (const [name, text] of JSON_TEST_SUITE.filter(([, text]) => parses(text))) {
      expect([name, read(text, lenient).problems.filter(({ kind }) => kind === 'syntax')]).toEqual([
        name,
        [],
      ]);
    }
  });
});

/** What jsonc-parser's own tests are about, as far as configurations meet it. */
describe('JSON with comments and trailing commas', () => {
  const SERVERS = '"servers":{"a":{"type":"http","url":"https://x.dev/mcp"}}';

  test.each([
    ['a line comment before the value', `// x\n{${SERVERS}}`],
    ['a line comment behind it, without line feed', `{${SERVERS}}// x`],
    ['a block comment over lines', `/* a\n b */{${SERVERS}}`],
    ['a block comment within', `{/**/${SERVERS}/* " */}`],
    ['a comment between key and colon', `{"servers"/*x*/:/*y*/{"a":{"command":"x"}}}`],
    ['a comment with a quotation mark', `{ // it's "so\n${SERVERS}}`],
    ['a slash inside a text', `{"a":"http://x//y /* z */",${SERVERS}}`],
    ['a comma behind the last member', `{${SERVERS},}`],
    ['a comma and a comment behind it', `{${SERVERS}, // x\n}`],
    ['a comma behind the last item', `{"inputs":[1,2,],${SERVERS}}`],
    ['CR LF between', `{\r\n// x\r\n${SERVERS}\r\n}`],
  ])('%s is fine for VS Code and wrong for Claude Desktop', (_, text) => {
    expect(read(text, lenient)).toMatchObject({ state: 'ok', problems: [] });
    expect(read(text, lenient).entries).toHaveLength(1);
    const isStrict = parses(text);
    expect(read(text, strict).state).toBe(isStrict ? 'ok' : 'broken');
  });

  test.each([
    ['a comment that never ends', `{${SERVERS}} /* x`, 1, 61],
    ['two commas', `{${SERVERS},,}`, 1, 60],
    ['a comma alone', '{,}', 1, 2],
    ['a list of one comma', '{"a":[,]}', 1, 7],
    ['a missing comma', `{"a":1\n${SERVERS}}`, 2, 1],
    ['a missing colon', '{"a" 1}', 1, 6],
    ['a smart quote', '{“a”:1}', 1, 2],
    ['a file that ends too early', '{"a":[1', 1, 8],
    ['something behind the end', '{} x', 1, 4],
  ])('%s is pointed at there, too', (_, text, line, column) => {
    expect(read(text, lenient)).toMatchObject({ state: 'broken', problems: [{ line, column }] });
  });
});
