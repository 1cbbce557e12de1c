import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../contract/report.ts';
import type { EntryFact } from '../../model/entry-fact.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import { NO_FACTS } from '../../model/machine-facts.ts';
import type { Fix, FixContext } from '../../model/fix.ts';
import { entryPlaceEvidence } from '../../modes/evidence/entry-place.ts';
import { fileEvidence } from '../../modes/evidence/file-evidence.ts';
import { sampleFixContext, sampleTraced } from '../../testing/sample-fix-context.ts';
import { sampleEntry } from '../../testing/sample-machine.ts';
import { FIXES } from './index.generated.ts';

const FILE = '/home/ada/.claude.json';
const own = (changes: Partial<ServerEntry> = {}) =>
  sampleEntry({ file: FILE, scope: 'user', ...changes });
const desktop = (changes: Partial<ServerEntry> = {}) =>
  sampleEntry({
    client: 'claude-desktop-stdio',
    scope: 'user',
    file: '/home/ada/claude_desktop_config.json',
    ...changes,
  });
const remote = (changes: Partial<ServerEntry> = {}) =>
  desktop({ command: 'npx', viaMcpRemote: true, declaredType: null, ...changes });

const at = (pointer: string) => ({ pointer, line: 4, column: 7 });
const seen = (entry: ServerEntry): Evidence[] => [
  fileEvidence(entry),
  ...entry.facts.map((fact) => entryPlaceEvidence(entry, fact.at)),
];

function plansOf(fix: string, context: FixContext) {
  const found: Fix | undefined = FIXES.find(({ name }) => name === fix);
  if (found === undefined) throw new Error(`there is no fix ${fix}`);
  return found.plan(context);
}

function operationsOf(fix: string, context: FixContext) {
  return plansOf(fix, context).map(({ operations }) => operations);
}

describe('add-type', () => {
  const entry = own({ declaredType: null });
  const evidence = seen(entry);
  test('writes http', () => {
    expect(
      operationsOf('add-type', sampleFixContext('F112', [entry], { finding: { evidence } })),
    ).toEqual([
      [{ kind: 'set-value', file: FILE, pointer: '/mcpServers/acme/type', value: 'http' }],
    ]);
  });
  test('writes sse where the server was seen to speak nothing else', () => {
    const trace = [
      sampleTraced('initialize', { status: 405 }),
      sampleTraced('event stream', { status: 200 }),
    ];
    const context = sampleFixContext('F112', [entry], { finding: { evidence }, target: { trace } });
    expect(operationsOf('add-type', context)).toMatchObject([[{ value: 'sse' }]]);
  });
  test('takes the key away that was meant as the type', () => {
    const fact: EntryFact = {
      kind: 'unread-key',
      name: 'transport',
      instead: 'type',
      at: at('/mcpServers/acme/transport'),
    };
    const context = sampleFixContext('F112', [{ ...entry, facts: [fact] }], {
      finding: { evidence },
    });
    expect(operationsOf('add-type', context)).toMatchObject([
      [{ kind: 'remove-value', pointer: '/mcpServers/acme/transport' }, { kind: 'set-value' }],
    ]);
  });
  test('has nothing to do where there is a type', () => {
    const typed = own();
    const context = sampleFixContext('F112', [typed], { finding: { evidence: seen(typed) } });
    expect(plansOf('add-type', context)).toEqual([]);
  });
});

describe('correct-type', () => {
  test.each([
    ['HTTP', 'https://a.dev/mcp', 'http'],
    ['event-stream', 'https://a.dev/mcp', 'sse'],
    ['websocket', 'wss://a.dev/mcp', 'ws'],
  ])('%s for %s becomes %s', (declaredType, url, value) => {
    const entry = own({ declaredType, url });
    const context = sampleFixContext('F113', [entry], { finding: { evidence: seen(entry) } });
    expect(operationsOf('correct-type', context)).toMatchObject([[{ value }]]);
  });
  test('takes what the server was seen to speak', () => {
    const entry = own({ declaredType: 'sse' });
    const finding = { evidence: seen(entry), snippet: '"type": "http"' };
    expect(
      operationsOf('correct-type', sampleFixContext('F113', [entry], { finding })),
    ).toMatchObject([[{ kind: 'set-value', value: 'http' }]]);
  });
  test('gives mcp-remote its flag', () => {
    const entry = remote({ declaredType: 'sse-only' });
    const finding = { evidence: seen(entry), snippet: '"type": "http"' };
    expect(
      operationsOf('correct-type', sampleFixContext('F113', [entry], { finding })),
    ).toMatchObject([[{ kind: 'change-value', by: { flag: '--transport', value: 'http-only' } }]]);
  });
  test('leaves a known type alone', () => {
    const entry = own({ declaredType: 'sse' });
    const context = sampleFixContext('F113', [entry], { finding: { evidence: seen(entry) } });
    expect(plansOf('correct-type', context)).toEqual([]);
  });
});

describe('through-mcp-remote', () => {
  const entry = desktop({ declaredType: null });
  const evidence = seen(entry);
  test('offers a command by the template first, and the connector second', () => {
    const plans = plansOf(
      'through-mcp-remote',
      sampleFixContext('F111', [entry], { finding: { evidence } }),
    );
    expect(plans.map(({ automation }) => automation)).toEqual(['apply', 'guided']);
    expect(plans[0]?.operations).toEqual([
      {
        kind: 'change-value',
        file: entry.file,
        pointer: '/mcpServers/acme',
        by: { kind: 'launch', template: 'mcp-remote' },
      },
    ]);
    expect(plans[0]?.quits).toEqual(['claude-desktop-stdio']);
  });
  test('puts cmd around it on Windows', () => {
    const context = sampleFixContext('F111', [entry], {
      finding: { evidence },
      machine: { os: 'win32' },
    });
    expect(operationsOf('through-mcp-remote', context)[0]).toMatchObject([
      { by: { template: 'mcp-remote' } },
      { by: { template: 'cmd-wrapper' } },
    ]);
  });
  test('A13: an address with a secret is not copied', () => {
    const secret = desktop({ declaredType: null, url: 'https://a.dev/mcp?token=abcdefgh12345678' });
    const context = sampleFixContext('F111', [secret], { finding: { evidence: seen(secret) } });
    expect(JSON.stringify(plansOf('through-mcp-remote', context))).not.toContain('abcdefgh');
  });
});

describe('trim-white-space', () => {
  const space = (where: 'ends' | 'name', pointer: string): EntryFact => ({
    kind: 'white-space',
    where,
    at: at(pointer),
  });
  test('trims a value, and renames the entry last', () => {
    const pointer = '/mcpServers/acme ';
    const entry = own({
      name: 'acme ',
      pointer,
      facts: [space('name', pointer), space('ends', `${pointer}/url`)],
    });
    const context = sampleFixContext('F119', [entry], { finding: { evidence: seen(entry) } });
    expect(operationsOf('trim-white-space', context)).toEqual([
      [
        { kind: 'change-value', file: FILE, pointer: `${pointer}/url`, by: { kind: 'trim' } },
        { kind: 'rename-key', file: FILE, pointer, to: 'acme' },
      ],
    ]);
  });
  test('does not write over another entry', () => {
    const entry = own({
      name: 'acme ',
      pointer: '/mcpServers/acme ',
      facts: [space('name', '/mcpServers/acme ')],
    });
    const context = sampleFixContext('F119', [own(), entry], {
      finding: { evidence: seen(entry) },
    });
    expect(operationsOf('trim-white-space', context)).toMatchObject([[{ to: 'acme-2' }]]);
  });
  test('I4: leaves arguments to a person', () => {
    const entry = own({ facts: [space('ends', '/mcpServers/acme/args/2')] });
    const context = sampleFixContext('F119', [entry], { finding: { evidence: seen(entry) } });
    expect(operationsOf('trim-white-space', context)).toMatchObject([[{ kind: 'tell' }]]);
  });
});

describe('rename-server', () => {
  test.each([
    ['workspace', 'workspace-server'],
    [' Workspace', 'Workspace-server'],
    ['my server!', 'my-server'],
    ['Größe', 'Gro-e'],
    ['日本', 'server'],
  ])('%s becomes %s', (name, to) => {
    const entry = own({ name, pointer: `/mcpServers/${name}` });
    const context = sampleFixContext('F120', [entry], { finding: { evidence: seen(entry) } });
    expect(operationsOf('rename-server', context)).toMatchObject([[{ kind: 'rename-key', to }]]);
  });
});

test('rename-server: whatever a name is, the new one is one that Claude Code takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
      const entry = own({ name, pointer: '/mcpServers/x' });
      const context = sampleFixContext('F120', [entry], { finding: { evidence: seen(entry) } });
      const [rename] = operationsOf('rename-server', context).flat();
      expect(rename).toMatchObject({ to: expect.stringMatching(/^[A-Za-z0-9_-]+$/) });
      expect(rename).not.toMatchObject({ to: name });
    }),
  );
});

describe('header-to-variable', () => {
  test('takes each cut header, and no name of a variable twice', () => {
    const facts: EntryFact[] = [
      { kind: 'sets', name: 'HEADER_X_TEAM', at: at('/mcpServers/acme/env/HEADER_X_TEAM') },
      { kind: 'header', name: 'X-Team', at: at('/mcpServers/acme/args/4') },
      { kind: 'spaced-argument', at: at('/mcpServers/acme/args/4') },
    ];
    const entry = remote({ facts });
    const context = sampleFixContext('F126', [entry], { finding: { evidence: seen(entry) } });
    expect(operationsOf('header-to-variable', context)).toMatchObject([
      [{ by: { kind: 'header-to-variable', argument: 4, variable: 'HEADER_X_TEAM_2' } }],
    ]);
  });
});

describe('named-program', () => {
  const tools = [
    { name: 'node', path: '/opt/node/bin/node', version: 'v22.4.0' },
    { name: 'npx', path: '/opt/node/bin/npx', version: null },
  ];
  const machine = { facts: { ...NO_FACTS, tools } };
  const entry = desktop({ command: 'npx', url: null, declaredType: null });
  const evidence = seen(entry);

  test('names the program where this machine has it', () => {
    const context = sampleFixContext('F124', [entry], { finding: { evidence }, machine });
    expect(operationsOf('named-program', context)).toMatchObject([
      [
        { by: { kind: 'launch', template: 'absolute-program', program: '/opt/node/bin/npx' } },
        { by: { kind: 'path-first', folder: '/opt/node/bin' } },
      ],
    ]);
  });
  test('asks for a newer Node where the search path leads to an old one', () => {
    const old = [{ name: 'node', path: '/usr/bin/node', version: 'v16.0.0' }, tools[1]!];
    const context = sampleFixContext('F125', [entry], {
      finding: { evidence },
      machine: { facts: { ...NO_FACTS, tools: old } },
    });
    expect(plansOf('named-program', context)).toMatchObject([
      { automation: 'guided', operations: [], asks: [{ kind: 'file' }] },
    ]);
  });
  test('I4: takes no other program as an answer', () => {
    const answers = { program: '/tmp/evil' };
    const context = sampleFixContext('F124', [entry], { finding: { evidence }, answers });
    expect(operationsOf('named-program', context)).toEqual([[]]);
  });
});

describe('remove-authorization-header', () => {
  const facts: EntryFact[] = [
    { kind: 'header', name: 'authorization', at: at('/mcpServers/acme/headers/authorization') },
    { kind: 'header', name: 'X-Team', at: at('/mcpServers/acme/headers/X-Team') },
  ];
  test('removes that one header and no other', () => {
    const entry = own({ facts });
    const context = sampleFixContext('F86', [entry], { finding: { evidence: seen(entry) } });
    expect(operationsOf('remove-authorization-header', context)).toEqual([
      [{ kind: 'remove-value', file: FILE, pointer: '/mcpServers/acme/headers/authorization' }],
    ]);
  });
  test('has nothing to do without one', () => {
    const entry = own({ facts: facts.slice(1) });
    const context = sampleFixContext('F86', [entry], { finding: { evidence: seen(entry) } });
    expect(plansOf('remove-authorization-header', context)).toEqual([]);
  });
});

describe('mcp-remote’s flags', () => {
  const timing: Evidence = { kind: 'timing', what: 'callback', ms: 95_000, limitMs: 30_000 };
  test.each([
    ['F74', 'longer-sign-in-time', '--auth-timeout', '240'],
    ['F12', 'through-proxy', '--enable-proxy', null],
    ['F66', 'leave-resource-out', '--disable-resource-parameter', null],
    ['F131', 'streamable-http-only', '--transport', 'http-only'],
  ] as const)('%s: %s adds %s', (code, fix, flag, value) => {
    const entry = remote();
    const context = sampleFixContext(code, [entry], { finding: { evidence: [timing] } });
    expect(operationsOf(fix, context)).toMatchObject([
      [{ by: { kind: 'add-argument', flag, value } }],
    ]);
    const other = sampleFixContext(code, [own()], { finding: { evidence: [timing] } });
    expect(plansOf(fix, other)).toEqual([]);
  });
  test('F05: http is allowed outside of this machine only where it stands there', () => {
    const inside = remote({ url: 'http://localhost:8080/mcp' });
    const outside = remote({ url: 'http://nas.lan/mcp' });
    expect(plansOf('allow-http', sampleFixContext('F05', [inside]))).toEqual([]);
    expect(operationsOf('allow-http', sampleFixContext('F05', [outside]))).toMatchObject([
      [{ by: { flag: '--allow-http' } }],
    ]);
  });
});

describe('G16: files of others', () => {
  test.each([
    ['managed', 'organisation'],
    ['plugin', 'plugin'],
  ])('an entry of scope %s is closed', (scope, word) => {
    const entry = own({ scope, declaredType: null, file: '/etc/managed-mcp.json' });
    const [plan] = plansOf(
      'add-type',
      sampleFixContext('F112', [entry], { finding: { evidence: seen(entry) } }),
    );
    expect(plan?.closed).toContain(word);
  });
});
