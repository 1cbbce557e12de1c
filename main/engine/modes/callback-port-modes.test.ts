import { describe, expect, test } from 'vitest';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { NO_FACTS, type Listener, type MachineFacts } from '../model/machine-facts.ts';
import { NO_STORES } from '../model/store-evidence.ts';
import { occurrencesOnMachine } from '../testing/judge-mode.ts';
import { sampleMachine } from '../testing/sample-machine.ts';
import { sampleSignIn } from '../testing/sample-stores.ts';
import { loopbackPort } from './evidence/callback-ports.ts';
import { mode as f71 } from './f71-callback-on-one-address.ts';
import { mode as f72 } from './f72-callback-port-taken.ts';
import { mode as f73 } from './f73-browser-did-not-open.ts';

const entryWith = (callbackPort: number, changes: Partial<ServerEntry> = {}) => ({
  entries: [
    {
      signIn: {
        clientId: null,
        hasSecret: false,
        callbackPort,
        scopes: [],
        serverMetadataUrl: null,
      },
      ...changes,
    },
  ],
});
const listener = (port: number, changes: Partial<Listener> = {}): Listener => ({
  port,
  address: '127.0.0.1',
  pid: 9,
  program: '/usr/bin/other',
  ...changes,
});
function machine(
  facts: Partial<MachineFacts>,
  changes: Partial<MachineEvidence> = {},
): MachineEvidence {
  return { ...sampleMachine(entryWith(4711)), ...changes, facts: { ...NO_FACTS, ...facts } };
}
const install = (client: 'claude-desktop-3p' | 'claude-desktop-stdio') => ({
  installs: [{ client, version: null, location: '/x', how: 'data folder' }],
});
const running = (client: 'claude-code' | 'mcp-remote' | 'claude-desktop-stdio', pid = 9) => ({
  running: [{ client, pid, program: '/x', hasWindow: null }],
});

describe('F72: the port of the callback', () => {
  const found = (one: MachineEvidence) => occurrencesOnMachine(f72, one);

  test('is taken by another program, which is named', () => {
    expect(found(machine({ listeners: [listener(4711)], running: [] }))).toMatchObject([
      {
        title: 'Port 4711 is taken by another program',
        detail:
          'It is taken by /usr/bin/other (process 9). This is the callback port that the entry sets.',
        severity: 'warning',
        confidence: 'likely',
        clients: ['claude-code'],
        entries: [expect.any(String)],
      },
    ]);
  });

  test('is taken by a program that cannot be seen, and then it may be the client itself', () => {
    const hidden = listener(4711, { pid: null, program: null });
    expect(found(machine({ listeners: [hidden] }))).toMatchObject([{ confidence: 'possible' }]);
  });

  test('is in use by the client itself, in the middle of a sign-in', () => {
    expect(found(machine({ listeners: [listener(4711)], ...running('claude-code') }))).toEqual([]);
  });

  test('is in use by another client', () => {
    const one = machine({ listeners: [listener(4711)], ...running('mcp-remote') });
    expect(found(one)).toHaveLength(1);
  });

  test('is kept by Windows, with its range', () => {
    const one = machine(
      { reservedPorts: [{ from: 53_200, to: 53_299 }], listeners: [] },
      { os: 'win32', ...install('claude-desktop-3p') },
    );
    expect(found(one)).toMatchObject([
      {
        title: 'Windows keeps port 53280 for itself',
        detail: expect.stringContaining('53200 to 53299') as string,
        severity: 'error',
        confidence: 'certain',
        clients: ['claude-desktop-3p'],
      },
    ]);
  });

  test('of third-party mode may be in use by Claude Desktop', () => {
    const facts = { listeners: [listener(53_280)], ...running('claude-desktop-stdio') };
    expect(found(machine(facts, install('claude-desktop-3p')))).toEqual([]);
  });

  test('that mcp-remote registered is a hint, since it can take another', () => {
    const kept = sampleSignIn({
      client: 'mcp-remote',
      redirectUris: ['http://localhost:12543/oauth/callback', 'claude://x'],
    });
    const stores = { ...NO_STORES, signIns: [kept] };
    expect(found(machine({ listeners: [listener(12_543)] }, { stores }))).toMatchObject([
      { severity: 'advice', clients: ['mcp-remote'] },
    ]);
    // Windows does not show which script node runs.
    const node = listener(12_543, { program: 'C:\\nodejs\\node.exe' });
    expect(found(machine({ listeners: [node], running: [] }, { stores, os: 'win32' }))).toEqual([]);
  });

  test.each<[string, Partial<MachineFacts>]>([
    ['nothing listens', { listeners: [] }],
    ['ports cannot be seen', {}],
    ['another port is in use', { listeners: [listener(4712)] }],
    [
      'it listens on an address of the network only',
      { listeners: [listener(4711, { address: '10.0.0.7' })] },
    ],
    ['Windows keeps other ports', { reservedPorts: [{ from: 1, to: 4710 }] }],
  ])('is not taken where %s', (_, facts) => {
    expect(found(machine(facts))).toEqual([]);
  });

  test.each([
    ['http://localhost:1/x', 1],
    ['http://127.0.0.1:65535', 65_535],
    ['http://[::1]:80/', 80],
    ['http://localhost:70000/', null],
    ['http://localhost/', null],
    ['https://claude.ai:443/x', null],
  ])('of %s is %s', (uri, port) => {
    expect(loopbackPort(uri)).toBe(port);
  });
});

describe('F71: a callback on one address', () => {
  const found = (...listeners: readonly Listener[]) =>
    occurrencesOnMachine(f71, machine({ listeners, ...running('claude-code') }));

  test('is told where a client listens on ::1 only', () => {
    expect(found(listener(4711, { address: '::1' }))).toMatchObject([
      { detail: 'Now /usr/bin/other listens on [::1]:4711.', clients: ['claude-code'] },
    ]);
  });

  test('is no fault where both families are there, or another program listens', () => {
    expect(found(listener(4711, { address: '::1' }), listener(4711))).toEqual([]);
    expect(found(listener(4711, { address: '::' }))).toEqual([]);
    expect(found(listener(4711))).toEqual([]);
    expect(found(listener(4711, { address: '::1', pid: 10 }))).toEqual([]);
    expect(found()).toEqual([]);
  });
});

describe('F73: what opens pages', () => {
  const found = (facts: Partial<MachineFacts>, changes: Partial<MachineEvidence> = {}) =>
    occurrencesOnMachine(f73, machine(facts, changes)).map(({ title }) => title ?? f73.title);

  test('is told where there is none', () => {
    expect(found({ defaultBrowser: 'none' })).toEqual(['This system has no browser to open']);
  });

  test('is another machine’s where there is no display (F70)', () => {
    expect(found({ defaultBrowser: 'none', remote: ['no-display'] })).toEqual([]);
    expect(found({ defaultBrowser: null })).toEqual([]);
    expect(found({ defaultBrowser: { program: '/usr/bin/firefox' } })).toEqual([]);
    expect(found({ defaultBrowser: 'none' }, { configs: [] })).toEqual([]);
  });

  test('claude:// leads nowhere, where Claude Desktop runs', () => {
    const here = install('claude-desktop-stdio');
    const facts = { claudeHandler: 'none', ...running('claude-desktop-stdio') } as const;
    expect(found(facts, here)).toEqual(['No program opens claude:// addresses']);
    expect(found({ ...facts, running: [] }, here)).toEqual([]);
    expect(found({ ...facts, claudeHandler: null }, here)).toEqual([]);
  });
});
