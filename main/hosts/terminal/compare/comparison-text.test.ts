import { expect, test } from 'vitest';
import type { Comparison } from '../../../contract/comparison.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { comparisonsText } from './comparison-text.ts';

const PLACE = {
  id: 'A',
  kind: 'entry',
  client: 'claude-code',
  name: 'Claude Code (user)',
  scope: 'user',
  file: '/home/ada/.claude.json',
  line: 3,
  pointer: '/mcpServers/acme',
  server: 'acme',
  url: 'https://mcp.acme.dev/mcp',
  outcome: 'works',
  from: 'log',
  why: 'The log of Claude Code says it connected, 2026-11-23T14:03:12.000Z.',
  near: null,
} as const;
const LONG = 'https://mcp.acme.dev/a/very/long/path/that/no/line/of/a/terminal/holds/beside/it/mcp';

const COMPARISON: Comparison = {
  server: { name: 'acme', url: 'https://mcp.acme.dev/mcp' },
  places: [
    PLACE,
    {
      ...PLACE,
      id: 'B',
      client: 'mcp-remote',
      name: 'mcp-remote, started by Claude Desktop, local servers (user)',
      outcome: 'blocked',
      near: 'a slash more at the end',
    },
    { ...PLACE, id: 'C', outcome: 'unknown' },
  ],
  left: 0,
  differences: [
    {
      id: 'address',
      what: 'Address',
      values: [
        { place: 'A', value: 'https://mcp.acme.dev/mcp' },
        { place: 'B', value: 'https://mcp.acme.dev/mcp/' },
        { place: 'C', value: 'https://mcp.acme.dev/mcp' },
      ],
      explains: { code: 'F26', sentence: 'One slash apart.' },
      weight: 'explains',
    },
    {
      id: 'hidden',
      what: 'Passed over for',
      values: [
        { place: 'A', value: 'the entry of the same name in the scope project in /home/ada/app' },
        { place: 'B', value: LONG },
        { place: 'C', value: null },
      ],
      explains: null,
      weight: 'matters',
    },
  ],
  same: [
    { id: 'scopes', what: 'Scopes', value: 'a' },
    { id: 'machine', what: 'System', value: 'Linux' },
  ],
  explanation: {
    end: 'explained',
    code: 'F26',
    sentence: 'One slash apart: B ends with a slash, A without.',
    next: 'Write the address in B exactly as in A.',
  },
};

const PLAIN = terminalStyle({ columns: 80 }, {});

test('what explains it comes first, then the differences, then in one line what is the same', () => {
  const text = comparisonsText([COMPARISON], PLAIN);
  expect(text).toContain('What differs');
  const order = ['This explains it', 'What differs', 'The same where it is known: scopes, system.'];
  expect(order.map((one) => text.indexOf(one))).toEqual(
    order.map((one) => text.indexOf(one)).toSorted((one, two) => one - two),
  );
  expect(text).toContain('    Address         A, C  https://mcp.acme.dev/mcp\n');
  expect(text).toContain('                    ■ explains it (F26)\n');
  expect(text).toContain('Probably meant to be the same: a slash more at the end.');
  expect(text).toContain('C  not known');
});

test('every line fits 80 columns, but for what must be copied whole', () => {
  const lines = comparisonsText([COMPARISON, COMPARISON], PLAIN).split('\n');
  const wide = lines.filter((line) => line.length > 80).map((line) => line.trim());
  expect(new Set(wide)).toEqual(new Set([LONG]));
});

test('without colours and signs it says the same in letters', () => {
  const text = comparisonsText([COMPARISON], terminalStyle({ columns: 80 }, { TERM: 'dumb' }));
  expect(text).not.toContain('\u001b');
  expect(text).toContain('X explains it (F26)');
  expect(text).toContain('ok works');
});

test('where nothing stands twice, it says what to do', () => {
  expect(comparisonsText([], PLAIN)).toContain('--with FILE');
});
