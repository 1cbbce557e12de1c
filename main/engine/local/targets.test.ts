import { expect, test } from 'vitest';
import { sampleEntry, sampleMachine } from '../testing/sample-machine.ts';
import { targetsOf } from './targets.ts';

test('entries with the same address are one server, whoever spells it how', () => {
  const { targets } = targetsOf(
    sampleMachine(
      {
        client: 'claude-code',
        entries: [{ name: 'a', url: 'https://ACME.dev:443', transport: 'http' }],
      },
      {
        client: 'claude-desktop-stdio',
        entries: [
          {
            name: 'b',
            url: 'https://acme.dev/',
            viaMcpRemote: true,
            transport: 'http',
            command: 'npx',
          },
        ],
      },
    ),
  );
  expect(targets).toHaveLength(1);
  expect(targets[0]).toMatchObject({ url: 'https://acme.dev/', transport: 'http' });
  expect(targets[0]?.entries.map(({ name }) => name)).toEqual(['a', 'b']);
});

test('a slash more is another server', () => {
  const { targets } = targetsOf(
    sampleMachine({
      entries: [
        { name: 'a', url: 'https://acme.dev/mcp' },
        { name: 'b', url: 'https://acme.dev/mcp/' },
      ],
    }),
  );
  expect(targets.map(({ url }) => url)).toEqual(['https://acme.dev/mcp', 'https://acme.dev/mcp/']);
});

test('each local command is a server of its own', () => {
  const stdio = { url: null, command: 'x', transport: 'stdio' } as const;
  const { targets, notExamined } = targetsOf(
    sampleMachine({
      entries: [
        { ...stdio, name: 'a' },
        { ...stdio, name: 'b' },
      ],
    }),
  );
  expect(targets.map(({ url, transport }) => [url, transport])).toEqual([
    [null, 'stdio'],
    [null, 'stdio'],
  ]);
  expect(notExamined).toEqual([]);
});

test.each([
  ['https://${HOST}/mcp', 'The address contains a variable; Unblank does not expand variables.'],
  ['not an address', 'This is not an http address.'],
  ['javascript:alert(1)', 'This is not an http address.'],
  ['file:///etc/passwd', 'This is not an http address.'],
])('G3: %s is a server that was not examined', (url, why) => {
  const { targets, notExamined } = targetsOf(sampleMachine({ entries: [{ name: 'a', url }] }));
  expect(targets).toMatchObject([{ url: null }]);
  expect(notExamined).toEqual([{ what: `a: ${url}`, why }]);
});

test('the transport is the first that is known', () => {
  const url = 'https://acme.dev/mcp';
  const entries = [
    { name: 'a', url, transport: 'unknown' },
    { name: 'b', url, transport: 'sse' },
  ] as const;
  expect(targetsOf(sampleMachine({ entries })).targets[0]?.transport).toBe('sse');
  expect(sampleEntry({ url }).url).toBe(url);
});
