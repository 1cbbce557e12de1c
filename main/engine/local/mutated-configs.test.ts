import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MODES } from '../modes/index.generated.ts';
import { sampleMachine } from '../testing/sample-machine.ts';
import { decodeText } from './decode-text.ts';
import { CONFIG_LOCATIONS, type ConfigLocation } from './locations.ts';
import { readConfig } from './read-config.ts';
import { parseConfig } from './parse-config.ts';
import { settingFacts } from './settings/setting-facts.ts';
import { SETTING_LOCATIONS } from './settings/setting-locations.ts';

const SECRET = 'q7Zr4tLm0pXw2Kd9';
const FILE = '/home/ada/mcp.json';

const ENTRIES = {
  a: {
    command: 'npx',
    args: [
      '-y',
      'mcp-remote@0.1.3',
      'https://x.dev/mcp',
      '--header',
      `Authorization: Bearer ${SECRET}`,
      '--static-oauth-client-info',
      JSON.stringify({ client_id: 'c', client_secret: SECRET }),
    ],
    env: { TOKEN: SECRET, 'BAD ': '${HOME_X}' },
  },
  b: {
    type: 'http',
    httpUrl: `https://ada:${SECRET}@x.dev/mcp`,
    headers: { 'X-Api-Key': SECRET },
    http_headers: { Authorization: `Bearer ${SECRET}` },
    oauth: { clientId: 'id', clientSecret: SECRET, callbackPort: 8080, scopes: ['a', 'b'] },
  },
};
const JSON_TEXT = JSON.stringify(
  {
    mcpServers: ENTRIES,
    servers: ENTRIES,
    managedMcpServers: [{ name: 'm', ...ENTRIES.b }],
    projects: { '/home/ada/app': { mcpServers: ENTRIES, disabledMcpServers: ['a'] } },
    env: { ANTHROPIC_API_KEY: SECRET, HTTPS_PROXY: `http://u:${SECRET}@proxy:3128` },
    deniedMcpServers: [{ serverCommand: ['npx', SECRET] }, { serverUrl: 'https://x.dev/*' }],
  },
  null,
  2,
);
const TOML_TEXT = `model = "x"
[mcp_servers.a]
command = "npx"
args = ["-y", "mcp-remote", "https://x.dev/mcp", "--header", "Authorization: Bearer ${SECRET}"]
[mcp_servers.a.env]
TOKEN = "${SECRET}"
[mcp_servers."b c"]
url = "https://x.dev/mcp"
http_headers = { Authorization = "Bearer ${SECRET}" }
bearer_token = "${SECRET}"
note = """
[mcp_servers.fake]
${SECRET}
"""
`;

interface Mutation {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

/** Parts that break a text as people and programs do; none inside a secret, which would halve it. */
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(12),
  put: fc.constantFrom(
    ...['', ',', '"', '{', '}', '[', ']', ':', '\\', '\n', '\r\n', '“', "'", '//', '/*', '*/'],
    ...[
      '\u0000',
      '\u00a0',
      '\ufeff',
      '\u202e',
      '\ud800',
      '# ',
      '"""',
      ' = ',
      '[[',
      '${X}',
      '0',
      'null',
    ],
  ),
});

function mutate(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((whole, { at, cut, put }) => {
    const from = Math.floor(at * whole.length);
    const gone = whole.slice(Math.max(0, from - 15), from + cut + 15);
    // What is left of a secret that was cut is none that a rule could know.
    return gone.includes(SECRET.slice(0, 3)) || /[a-zA-Z0-9]{13,}/.test(gone)
      ? whole
      : whole.slice(0, from) + put + whole.slice(from + cut);
  }, text);
}

function bytesOf(text: string, encoding: number): Uint8Array {
  if (encoding > 1) return new TextEncoder().encode((encoding === 2 ? '\ufeff' : '') + text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) {
    view.setUint16(at * 2, text.charCodeAt(at), encoding === 0);
  }
  return bytes;
}

const located = fc.constantFrom(
  ...new Map(CONFIG_LOCATIONS.map((one) => [keyOf(one), one])).values(),
);

function keyOf({ client, scope, format }: ConfigLocation): string {
  return `${client} ${scope} ${format}`;
}

test('G2, H2: of 10,000 mutated configurations none crashes, points outside, or shows a secret', () => {
  const mutations = fc.array(mutation, { maxLength: 4 });
  fc.assert(
    fc.property(located, mutations, fc.nat(3), (location, changes, encoding) => {
      const source = location.format === 'toml' ? TOML_TEXT : JSON_TEXT;
      const bytes = bytesOf(mutate(source, changes), encoding);
      const read = readConfig(location, FILE, { kind: 'bytes', bytes });
      const { text } = decodeText(bytes);
      const config = read!.config;
      const lines = text.split(/\r\n|\n|\r/);
      const facts = config.entries.flatMap((entry) => entry.facts.map(({ at }) => at));
      const outside = [...config.problems, ...config.entries, ...facts].filter(
        ({ line, column }) =>
          line < 1 || line > lines.length || column < 1 || column > lines[line - 1]!.length + 1,
      );
      expect(outside).toEqual([]);
      expect(config.state === 'broken').toBe(config.problems.some(({ kind }) => kind === 'syntax'));
      // The address, command and name stay as they are until they are shown (redactUrl, quotedName).
      const shown = config.entries.map(({ url, command, name, id, pointer, ...rest }) => rest);
      expect(JSON.stringify({ ...config, entries: shown })).not.toContain(SECRET);
    }),
    { numRuns: 10_000 },
  );
}, 120_000);

test('L2, H1: modes judge mutated configurations without a throw and without a secret', () => {
  const machineModes = MODES.filter((mode) => mode.over === 'machine');
  fc.assert(
    fc.property(located, fc.array(mutation, { maxLength: 3 }), (location, changes) => {
      const text = mutate(location.format === 'toml' ? TOML_TEXT : JSON_TEXT, changes);
      const bytes = new TextEncoder().encode(text);
      const read = readConfig(location, FILE, { kind: 'bytes', bytes }, () => false);
      const machine = { ...sampleMachine(), os: 'win32', configs: [read!.config] } as const;
      const judged = machineModes.map((mode) => mode.over === 'machine' && mode.judge(machine));
      const texts = JSON.stringify(judged, (key, value: unknown) =>
        key === 'entries' || key === 'pointer' ? null : value,
      );
      expect(texts).not.toContain(SECRET);
    }),
    { numRuns: 1000 },
  );
}, 120_000);

test('H1: no mutated settings file crashes or shows a secret', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SETTING_LOCATIONS),
      fc.array(mutation, { maxLength: 3 }),
      (location, changes) => {
        const text = mutate(JSON_TEXT, changes);
        const parsed = parseConfig(new TextEncoder().encode(text), location);
        const facts = settingFacts(parsed, location.rules);
        expect(JSON.stringify(facts)).not.toContain(SECRET);
        expect(JSON.stringify(parsed.problems)).not.toContain(SECRET);
      },
    ),
    { numRuns: 2000 },
  );
}, 120_000);
