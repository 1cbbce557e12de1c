import { describe, expect, test } from 'vitest';
import { sampleMachine } from '../testing/sample-machine.ts';
import { planTargets, type TargetChoice } from './plan.ts';

const ACME = 'https://mcp.acme.dev/mcp';
const machine = sampleMachine(
  {
    entries: [
      { name: 'acme', url: ACME },
      { name: 'tool', url: null, command: 'node', transport: 'stdio' },
    ],
  },
  { client: 'claude-desktop-stdio', entries: [{ name: 'acme', url: ACME, viaMcpRemote: true }] },
  {
    scope: 'user',
    entries: [
      { name: 'acme', url: 'https://other.example/mcp' },
      { name: 'odd', url: 'https://${HOST}/mcp' },
    ],
  },
);
const plan = (choice: TargetChoice) => planTargets(choice, machine);
const idsOf = (choice: TargetChoice) => plan(choice).targets.map(({ id }) => id);

describe('everything', () => {
  test('is one target per server, with all entries that lead to it', () => {
    const { targets } = plan({ kind: 'everything' });
    expect(targets.map(({ url, entries }) => [url, entries.length])).toEqual([
      [ACME, 2],
      [null, 1],
      ['https://other.example/mcp', 1],
      [null, 1],
    ]);
  });

  test('G3: an address with a variable is not expanded, and said so', () => {
    expect(plan({ kind: 'everything' }).notExamined).toMatchObject([
      { why: expect.stringContaining('does not expand variables') },
    ]);
  });
});

describe('by name', () => {
  test('is every server that has an entry of that name', () => {
    expect(idsOf({ kind: 'names', names: ['acme'] })).toEqual([
      'mcp-acme-dev-mcp',
      'other-example-mcp',
    ]);
  });

  test('that is unknown is our error, not a finding', () => {
    expect(() => plan({ kind: 'names', names: ['nobody'] })).toThrow(
      'No configured server is called nobody.',
    );
  });
});

describe('by URL', () => {
  test('keeps what the files say of it, and its id', () => {
    const [known] = plan({ kind: 'urls', urls: [ACME] }).targets;
    expect(known).toMatchObject({ id: 'mcp-acme-dev-mcp', transport: 'http' });
    expect(known?.entries).toHaveLength(2);
  });

  test('that no file names has no entries, and the same one twice is one', () => {
    const url = 'https://new.example/mcp';
    expect(plan({ kind: 'urls', urls: [url, url] }).targets).toEqual([
      { id: 'new-example-mcp', url, transport: 'unknown', entries: [] },
    ]);
  });
});

test('by id is one server, whatever else was chosen before', () => {
  for (const id of idsOf({ kind: 'everything' }))
    expect(idsOf({ kind: 'target', id })).toEqual([id]);
  expect(() => plan({ kind: 'target', id: 'gone' })).toThrow('not in the current list');
});
