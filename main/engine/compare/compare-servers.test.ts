import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../contract/comparison.ts';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import type { Incident, LogFile } from '../model/log-evidence.ts';
import { NO_FACTS, type MachineFacts } from '../model/machine-facts.ts';
import type { StoredSignIn } from '../model/store-evidence.ts';
import { MODES } from '../modes/index.generated.ts';
import { judgeMachineModes } from '../run/judge-modes.ts';
import { sampleMachine, type SampleConfig } from '../testing/sample-machine.ts';
import { compareServers, type CompareChoice } from './compare-servers.ts';
import { savedReport } from './testing/saved-report.ts';
import { NOTHING_SAID, type Said } from './said.ts';
import type { SavedReport } from './report-places.ts';

const URL_TEXT = 'https://mcp.acme.dev/mcp';
const ACME: CompareChoice = { kind: 'typed', text: 'acme' };
const B_FAILS: Said = { works: 'A', fails: 'B' };

function compare(
  machine: MachineEvidence,
  options: { choice?: CompareChoice; said?: Said; reports?: readonly SavedReport[] } = {},
) {
  const { choice = ACME, said = NOTHING_SAID, reports = [] } = options;
  const { found } = judgeMachineModes(MODES, machine);
  const all = compareServers({ machine, found, given: new Set(), reports }, choice, said);
  return all.map((one) => comparisonSchema.parse(one));
}

type Entry = Partial<ServerEntry>;

/** Two files of Claude Code, the user's and the project's, with one entry each. */
function two(one: Entry, other: Entry, more: Partial<MachineEvidence> = {}) {
  const files: readonly SampleConfig[] = [
    { scope: 'user', entries: [one] },
    { scope: 'project', entries: [other] },
  ];
  return { ...sampleMachine(...files), ...more };
}

const PLACE = { pointer: '/mcpServers/acme', line: 1, column: 1 };
const header = (name: string) => ({ kind: 'header', name, at: PLACE }) as const;
const SIGN_IN = {
  clientId: null,
  hasSecret: false,
  callbackPort: null,
  scopes: [],
  serverMetadataUrl: null,
};

describe('the difference that explains it', () => {
  test.each<[string, Entry, Entry, string | null, RegExp]>([
    ['a missing type', {}, { declaredType: null, transport: 'unknown' }, 'F112', /no type/],
    ['another type', {}, { declaredType: 'sse', transport: 'sse' }, 'F113', /B speaks sse/],
    ['a slash', {}, { url: `${URL_TEXT}/` }, 'F26', /One slash apart/],
    ['another path', {}, { url: 'https://mcp.acme.dev/sse' }, 'F26', /another path/],
    ['http://', {}, { url: 'http://mcp.acme.dev/mcp' }, 'F05', /B says http:\/\//],
    ['another port', {}, { url: 'https://mcp.acme.dev:8443/mcp' }, null, /another port/],
    ['another host', {}, { url: 'https://mcp.other.dev/mcp' }, null, /another host/],
    ['a variable in it', {}, { url: 'https://${H}/mcp' }, 'F118', /variable/],
    ['a header', {}, { facts: [header('Authorization')] }, 'F86', /of its own/],
    ['a missing credential', { facts: [header('Authorization')] }, {}, null, /must sign in/],
    ['a missing header', { facts: [header('X-Team')] }, {}, null, /does not/],
    ['no client id', { signIn: { ...SIGN_IN, clientId: 'a' } }, {}, 'F40', /registered by hand/],
    [
      'another client id',
      { signIn: { ...SIGN_IN, clientId: 'a' } },
      { signIn: { ...SIGN_IN, clientId: 'b' } },
      'F50',
      /another client id/,
    ],
    ['a port', {}, { signIn: { ...SIGN_IN, callbackPort: 8080 } }, 'F44', /port 8080/],
    ['scopes', {}, { signIn: { ...SIGN_IN, scopes: ['a'] } }, 'F65', /other scopes/],
    [
      'server metadata',
      { signIn: { ...SIGN_IN, serverMetadataUrl: 'https://as.example' } },
      {},
      'F28',
      /metadata/,
    ],
    [
      'a variable that is not set',
      {},
      {
        facts: [{ kind: 'variable', name: 'TOKEN', hasDefault: false, isSet: false, at: PLACE }],
      },
      'F118',
      /TOKEN/,
    ],
  ])('is %s', (_, works, fails, code, sentence) => {
    // Two names, so that neither hides the other.
    const machine = two({ ...works, name: 'acme' }, { ...fails, name: 'Acme' });
    const [comparison] = compare(machine, { said: B_FAILS });
    expect(comparison?.explanation).toMatchObject({ end: 'explained', code });
    expect(comparison?.explanation.sentence).toMatch(sentence);
    expect(comparison?.differences[0]).toMatchObject({ weight: 'explains', explains: { code } });
  });

  test('is an address in the file of Claude Desktop, which starts commands', () => {
    const machine = sampleMachine(
      { scope: 'user', entries: [{}] },
      { client: 'claude-desktop-stdio', scope: 'user', entries: [{}] },
    );
    expect(compare(machine)[0]?.explanation).toMatchObject({ end: 'explained', code: 'F111' });
  });

  test('is a scope that comes first', () => {
    const machine = two({ url: `${URL_TEXT}/` }, {});
    const [comparison] = compare(machine, { said: { works: 'B', fails: 'A' } });
    expect(comparison?.explanation).toMatchObject({ end: 'explained', code: 'F117' });
    expect(comparison?.explanation.sentence).toContain('scope project in /home/ada');
  });

  test('can be the Code tab, where the file of Claude Desktop comes first', () => {
    const remote = { command: 'npx', viaMcpRemote: true, transport: 'http' } as const;
    const machine = sampleMachine(
      { client: 'claude-desktop-stdio', scope: 'user', entries: [remote] },
      { scope: 'user', entries: [{}] },
    );
    const [told] = compare(machine, { said: B_FAILS });
    expect(told?.differences).toContainEqual(
      expect.objectContaining({
        id: 'hidden',
        explains: expect.objectContaining({ code: 'F117' }),
      }),
    );
    const [silent] = compare(machine);
    expect(silent?.differences.find(({ id }) => id === 'hidden')?.explains).toBeNull();
  });

  test('is a setting that switches one off', () => {
    const fact = { kind: 'disabled-server', name: 'Acme', value: '', excerpt: '' } as const;
    const settings = {
      client: 'claude-code',
      scope: 'user',
      file: '/home/ada/.claude/settings.json',
      state: 'ok',
      detail: null,
      problems: [],
      facts: [{ ...fact, ...PLACE }],
      managed: false,
    } as const;
    const machine = two({ name: 'acme' }, { name: 'Acme' }, { settings: [settings] });
    expect(compare(machine, { said: B_FAILS })[0]?.explanation).toMatchObject({ code: 'F116' });
  });

  test('would be one, where nobody knows which place fails', () => {
    const [comparison] = compare(two({}, { name: 'Acme', url: `${URL_TEXT}/` }));
    expect(comparison?.explanation).toMatchObject({ end: 'possible', code: 'F26' });
    expect(comparison?.explanation.next).toContain('--works');
  });
});

describe('the machines', () => {
  const base = { url: URL_TEXT, verdicts: { 'claude-code': 'works' } } as const;
  const MAC = [{ what: 'node', value: '20 at /usr/bin/node' }];
  const here = (more: Partial<MachineEvidence>) => ({
    ...sampleMachine({ scope: 'user', entries: [{ command: 'npx' }] }),
    ...more,
  });
  const facts = (changes: Partial<MachineFacts>): MachineFacts => ({
    ...NO_FACTS,
    tools: [{ name: 'node', path: '/n', version: '20' }],
    ...changes,
  });
  const variable = (name: string) => ({ name, value: 'x', from: 'environment' });

  test.each<[string, Partial<MachineEvidence>, typeof MAC, string | null, RegExp]>([
    ['a proxy', { facts: facts({ environment: [variable('HTTPS_PROXY')] }) }, MAC, 'F12', /proxy/],
    [
      'missing certificates',
      { facts: facts({}) },
      [{ what: 'NODE_EXTRA_CA_CERTS', value: '/ca.pem' }],
      'F11',
      /certificates/,
    ],
    ['WSL', { facts: facts({ remote: ['wsl'] }) }, MAC, 'F70', /runs in WSL/],
    ['no display', { facts: facts({ remote: ['no-display'] }) }, MAC, 'F73', /no display/],
    ['Windows', { os: 'win32', facts: facts({}) }, MAC, 'F127', /npx on Windows/],
  ])('differ in %s', (_, more, lines, code, sentence) => {
    const [comparison] = compare(here(more), {
      reports: [savedReport({ ...base, facts: lines })],
      said: { works: null, fails: 'A' },
    });
    expect(comparison?.explanation).toMatchObject({ end: 'explained', code });
    expect(comparison?.explanation.sentence).toMatch(sentence);
  });

  test('of which one was not seen explain nothing: a copied profile has no environment', () => {
    const proxy = [{ what: 'HTTPS_PROXY', value: 'http://proxy' }];
    const saved = savedReport({ ...base, verdicts: { 'claude-code': 'blocked' }, facts: proxy });
    const [comparison] = compare(here({}), { reports: [saved], said: { works: 'A', fails: null } });
    expect(comparison?.differences.map(({ id }) => id)).not.toContain('network');
    expect(comparison?.explanation.end).toBe('unexplained');
  });

  test('may have versions of mcp-remote of their own', () => {
    const remote = (version: string, name: string): Entry => ({
      name,
      command: 'npx',
      args: ['-y', `mcp-remote${version}`, URL_TEXT],
      viaMcpRemote: true,
    });
    const machine = two(remote('@0.1.37', 'acme'), remote('', 'Acme'));
    const [comparison] = compare(machine, { said: B_FAILS });
    expect(comparison?.explanation).toMatchObject({ code: 'F130' });
    expect(comparison?.differences[0]?.values).toEqual([
      { place: 'A', value: '0.1.37' },
      { place: 'B', value: 'no version named' },
    ]);
  });
});

describe('how a place does', () => {
  const at = (minutes: number) => 1_795_000_000_000 + minutes * 60_000;
  const story = (changes: Partial<Incident>): Incident => ({
    client: 'claude-code',
    file: '/log',
    server: null,
    kind: 'attempt',
    rounds: 1,
    periodSeconds: null,
    first: at(0),
    last: at(1),
    ended: 'failed',
    step: 'token',
    code: 'F81',
    events: [],
    ...changes,
  });
  const log = (server: string, incident: Incident): LogFile => ({
    client: incident.client,
    format: 'code-jsonl',
    file: `/log/${server}`,
    server,
    project: null,
    hash: null,
    urls: [],
    size: 1,
    modifiedAt: null,
    read: 'whole',
    note: null,
    sightings: [],
    incidents: [incident],
  });

  test('is what its log says, and the mode that the log names explains it', () => {
    const logs = [
      log('acme', story({ ended: 'connected', code: null })),
      log('beta', story({ ended: 'failed' })),
    ];
    const machine = two({ name: 'acme' }, { name: 'beta' }, { logs });
    const [comparison] = compare(machine);
    expect(comparison?.places.map(({ outcome, from }) => [outcome, from])).toEqual([
      ['works', 'log'],
      ['blocked', 'log'],
    ]);
    expect(comparison?.explanation).toMatchObject({ end: 'explained', code: 'F81' });
  });

  test('a certain fault of the file comes before an old success in the log', () => {
    const logs = [log('acme', story({ ended: 'connected', code: null }))];
    const machine = two({ name: 'acme', declaredType: null, transport: 'unknown' }, {}, { logs });
    expect(compare(machine)[0]?.places[0]).toMatchObject({ outcome: 'blocked', from: 'files' });
  });

  test('a sign-in that only one of them keeps is told', () => {
    const signIn: StoredSignIn = {
      client: 'claude-code',
      file: '/home/ada/.claude/.credentials.json',
      pointer: null,
      server: 'acme',
      url: null,
      hash: null,
      version: null,
      access: 'present',
      refresh: 'present',
      expiresAt: null,
      clientId: null,
      issuer: null,
      redirectUris: [],
      scope: null,
      modifiedAt: null,
    };
    const base = sampleMachine();
    const stores = { ...base.stores, signIns: [signIn] };
    const place = {
      client: 'claude-code',
      file: signIn.file,
      state: 'ok',
      detail: null,
      modifiedAt: null,
    } as const;
    const machine = two(
      { name: 'acme' },
      { name: 'beta' },
      { stores: { ...stores, places: [place] } },
    );
    const [comparison] = compare(machine, { said: B_FAILS });
    expect(comparison?.explanation.sentence).toMatch(/A still uses a sign-in .* B has none/);
  });
});

describe('a saved report', () => {
  const MACHINE = sampleMachine({ scope: 'user', entries: [{}] });

  test('of CI where it works stands beside the place here, with its machine', () => {
    const saved = savedReport({ url: URL_TEXT, verdicts: { 'claude-code': 'works' } });
    const [comparison] = compare(MACHINE, { reports: [saved], said: { works: null, fails: 'A' } });
    expect(comparison?.places.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['entry', 'blocked'],
      ['report', 'works'],
    ]);
    expect(comparison?.differences.map(({ id }) => id)).toContain('system');
  });

  test('of an address with a slash more is near, and that explains it', () => {
    const saved = savedReport({ url: `${URL_TEXT}/`, verdicts: { 'claude-code': 'works' } });
    const [comparison] = compare(MACHINE, { reports: [saved], said: { works: null, fails: 'A' } });
    expect(comparison?.places[1]?.near).toBe('a slash more at the end');
    expect(comparison?.explanation).toMatchObject({ end: 'explained', code: 'F26' });
  });

  test('tells hosted Claude from a client on a machine: the wish “works in CLI, not in Desktop”', () => {
    const verdicts = { 'claude-code': 'works', 'claude-hosted': ['blocked', 'F01'] } as const;
    const saved = savedReport({ url: URL_TEXT, verdicts });
    const [comparison] = compare(sampleMachine(), {
      choice: { kind: 'typed', text: URL_TEXT },
      reports: [saved],
    });
    expect(comparison?.explanation).toMatchObject({ end: 'explained', code: 'F01' });
    expect(comparison?.explanation.sentence).toContain('Anthropic’s cloud');
  });

  test('with an older client here and a newer one there names the version', () => {
    const install = { client: 'claude-code', location: '/x', how: 'x' } as const;
    const saved = savedReport({
      url: URL_TEXT,
      verdicts: { 'claude-code': 'works' },
      installs: [{ ...install, version: '2.1.330' }],
    });
    const machine = { ...MACHINE, installs: [{ ...install, version: '2.1.60' }] };
    const [comparison] = compare(machine, { reports: [saved], said: { works: null, fails: 'A' } });
    expect(comparison?.explanation).toMatchObject({ code: 'F132' });
  });
});

describe('which servers are compared', () => {
  const MANY = sampleMachine(
    { scope: 'user', entries: [{}, { name: 'alone', url: 'https://alone.example/mcp' }] },
    { scope: 'project', entries: [{}] },
  );

  test('without a choice every server that stands in two places', () => {
    const all = compare(MANY, { choice: { kind: 'all' } });
    expect(all.map(({ server }) => server.name)).toEqual(['acme']);
  });

  test('one that stands alone is said to, with what to compare it with', () => {
    const [comparison] = compare(MANY, { choice: { kind: 'typed', text: 'alone' } });
    expect(comparison?.explanation).toMatchObject({ end: 'alone' });
    expect(comparison?.explanation.next).toContain('--with');
  });

  test('a name that nothing has is refused with a sentence', () => {
    expect(() => compare(MANY, { choice: { kind: 'typed', text: 'gone' } })).toThrow(/gone/);
  });

  test('H2: an address that nothing has is refused without what is secret in it', () => {
    const text = 'https://gone.example/mcp?token=sk-live-0123456789abcdef';
    expect(() => compare(MANY, { choice: { kind: 'typed', text } })).toThrow(/token=…/);
  });

  test('where nothing differs, that is said, and what no file shows', () => {
    const twin = two({}, { scope: 'project', name: 'Acme' });
    const [comparison] = compare(twin, { said: B_FAILS });
    expect(comparison?.explanation.end).toBe('unexplained');
    expect(comparison?.explanation.next).toContain('network');
  });
});

test('of more places than anybody reads the first are compared, and the rest is counted', () => {
  const entries = Array.from({ length: 120 }, (_, at) => ({ pointer: `/${at}`, line: at }));
  const [comparison] = compare(sampleMachine({ scope: 'local', entries }));
  expect(comparison?.places).toHaveLength(100);
  expect(comparison?.left).toBe(20);
  expect(comparison?.places.at(-1)?.id).toBe('CV');
});

test('more entries than can be held against each other need a name', () => {
  const entries = Array.from({ length: 3001 }, (_, at) => ({ name: `s${at}` }));
  const machine = sampleMachine({ scope: 'user', entries });
  const input = { machine, found: [], given: new Set<string>(), reports: [] };
  expect(() => compareServers(input, { kind: 'all' }, NOTHING_SAID)).toThrow(/3001 entries/);
});

describe('the user’s word', () => {
  test.each(['B', 'b', 'project', 'claude-code:project'])('%s names a place', (fails) => {
    const [comparison] = compare(two({}, {}), { said: { works: null, fails } });
    expect(comparison?.places[1]).toMatchObject({ outcome: 'blocked', from: 'you' });
  });

  test.each([
    [{ works: 'A', fails: 'A' }, /both/],
    [{ works: null, fails: 'Z' }, /A, B/],
    [{ works: 'claude-code', fails: null }, /several/],
  ])('%j is refused', (said, words) => {
    expect(() => compare(two({}, {}), { said })).toThrow(words);
  });
});

describe('H2, H13: what is shown', () => {
  test('holds no secret of an address and no control character of a file', () => {
    const url = 'https://mcp.acme.dev/mcp?token=sk-live-0123456789abcdef';
    const machine = two({ url, name: 'a\u001b[31mcme\u202e' }, { url: `${url}1`, name: 'b' });
    const text = JSON.stringify(compare(machine, { choice: { kind: 'all' } }));
    expect(text).not.toContain('sk-live');
    expect(text).not.toMatch(/[\u001b\u202e]/);
    expect(text).toContain('differs where it is masked');
  });

  test('is in the form of the contract, whatever stands in the files', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('https://a.dev/mcp', '${X}', 'https://u:p@a.dev', '\u0000'),
    );
    const entry = fc.record({
      name: text,
      url: fc.oneof(text, fc.constant(null)),
      command: fc.oneof(text, fc.constant(null)),
      declaredType: fc.oneof(text, fc.constant(null)),
      args: fc.array(text, { maxLength: 3 }),
      viaMcpRemote: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), fc.array(entry, { maxLength: 5 }), (a, b) => {
        const machine = sampleMachine(
          { scope: 'user', entries: a },
          { scope: 'local', entries: b },
        );
        for (const one of compare(machine, { choice: { kind: 'all' } }))
          expect(one.places.length).toBeGreaterThan(1);
      }),
      { numRuns: 200 },
    );
  });
});
