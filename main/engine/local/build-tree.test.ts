import fc from 'fast-check';
import { parseTree, type Node } from 'jsonc-parser';
import { expect, test } from 'vitest';
import { buildTree } from './build-tree.ts';
import { CONFIG_LOCATIONS, type ConfigLocation } from './locations.ts';
import { readConfig } from './read-config.ts';

/** Without what leads upwards, and with the children that a leaf has none of. */
function plain(node: Node | undefined): unknown {
  if (node === undefined) return null;
  const { type, value, offset, length, children = [] } = node;
  return { type, value: value as unknown, offset, length, children: children.map(plain) };
}

test('the tree is that of jsonc-parser, whole or broken', () => {
  const part = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b":',
      '1',
      'null',
      '// x\n',
      '/* y */',
      'x',
      '"',
      ' ',
    ],
  );
  const text = fc.oneof(
    fc.json(),
    fc.array(part, { maxLength: 20 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (source) => {
      const theirs = parseTree(source, [], { allowTrailingComma: true });
      expect(plain(buildTree(source))).toEqual(plain(theirs));
    }),
    { numRuns: 5000 },
  );
});

test('G2: of a list of 50,000 the first 10,000 are kept, and what follows it is read', () => {
  const tree = buildTree(`{"a":[${'{},'.repeat(50_000)}1],"b":{"c":1}}`);
  const [list, other] = (tree?.children ?? []).map(({ children }) => children?.[1]);
  expect(list?.children).toHaveLength(10_000);
  expect(plain(other)).toMatchObject({ type: 'object', children: [{ type: 'property' }] });
});

test('G2: what is cut off a list or object is told once for each', () => {
  const cut: number[] = [];
  buildTree(`{"a":[${'1,'.repeat(10_000)}1],"b":[${'{},'.repeat(10_000)}{}]}`, (at) =>
    cut.push(at),
  );
  expect(cut).toEqual([5, 20_013]);
  cut.length = 0;
  buildTree(`[${'1,'.repeat(9_999)}1]`, (at) => cut.push(at));
  expect(cut).toEqual([]);
});

test('G2: a file of which not all is read has a note', () => {
  const bytes = new TextEncoder().encode(`{"mcpServers":{},\n"list":[${'1,'.repeat(10_000)}1]}`);
  const [desktop] = CONFIG_LOCATIONS as readonly [ConfigLocation];
  const config = readConfig(desktop, '/f', { kind: 'bytes', bytes })?.config;
  expect(config?.notes).toEqual([
    'more than 10000 values in one list or object (line 2); those behind were not read',
  ]);
});

test('G2: thousands of servers on one line are read up to a number, and a note says so', () => {
  const servers = Array.from({ length: 5000 }, (_, at) => `"s${at}":{"command":"x"}`).join(',');
  const bytes = new TextEncoder().encode(`{"mcpServers":{${servers}}}`);
  const [desktop] = CONFIG_LOCATIONS as readonly [ConfigLocation];
  const config = readConfig(desktop, '/f', { kind: 'bytes', bytes })?.config;
  expect(config?.entries).toHaveLength(1000);
  expect(config?.notes).toEqual(['more than 1000 servers; 4000 of them were not read']);
});
