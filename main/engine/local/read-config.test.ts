import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConfigFile } from '../model/evidence.ts';
import { CONFIG_LOCATIONS, type ConfigLocation } from './locations.ts';
import { CONFIG_LIMIT, readConfig } from './read-config.ts';

const [desktop, , code] = CONFIG_LOCATIONS as readonly [
  ConfigLocation,
  ConfigLocation,
  ConfigLocation,
];
const FILE = '/home/ada/config.json';

function readBytes(bytes: Uint8Array, location = desktop): ConfigFile {
  const read = readConfig(location, FILE, { kind: 'bytes', bytes });
  if (read === null) throw new Error('no configuration was read');
  return read.config;
}
function read(text: string, location = desktop): ConfigFile {
  return readBytes(new TextEncoder().encode(text), location);
}
function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  [...text].forEach((_, at) => view.setUint16(at * 2, text.charCodeAt(at), !bigEndian));
  return bytes;
}

const GOOD =
  '{"mcpServers":{"acme":{"command":"npx","args":["mcp-remote","https://mcp.acme.dev/mcp"]}}}';

describe('G2: a configuration that is whole', () => {
  test.each([
    ['an empty object', '{}', 0],
    ['no servers', '{"mcpServers":{}}', 0],
    ['one server', GOOD, 1],
    ['CR LF and tabs', GOOD.replaceAll(':{', ':\r\n\t{'), 1],
    ['unknown keys beside', GOOD.replace('{', '{"preferences":{"a":[1]},'), 1],
  ])('%s is ok', (_, text, count) => {
    const config = read(text);
    expect(config).toMatchObject({ state: 'ok', detail: null, problems: [], notes: [] });
    expect(config.entries).toHaveLength(count);
  });

  test('an entry says where it stands and how its server is reached', () => {
    const config = read(
      '{\n  "mcpServers": {\n    "acme": { "type": "sse", "url": "https://a:b@x.dev/sse" }\n  }\n}',
      code,
    );
    expect(config.entries).toEqual([
      {
        id: `claude-code|user|${FILE}|/mcpServers/acme`,
        client: 'claude-code',
        scope: 'user',
        file: FILE,
        name: 'acme',
        pointer: '/mcpServers/acme',
        line: 3,
        column: 5,
        transport: 'sse',
        declaredType: 'sse',
        url: 'https://a:b@x.dev/sse',
        command: null,
        viaMcpRemote: false,
        excerpt: '"acme": { "type": "sse", "url": "https://•••@x.dev/sse" }',
        args: [],
        facts: [
          {
            kind: 'secret',
            what: 'the address',
            at: { pointer: '/mcpServers/acme/url', line: 3, column: 37 },
          },
        ],
        signIn: null,
        remoteHash: null,
        commandHash: null,
      },
    ]);
  });

  test('servers of single projects have the scope local and an escaped pointer', () => {
    const config = read(
      '{"projects":{"/home/ada/~x":{"mcpServers":{"a":{"type":"http","url":"https://x.dev"}}},"/b":{}}}',
      code,
    );
    expect(config.entries.map(({ scope, pointer }) => [scope, pointer])).toEqual([
      ['local', '/projects/~1home~1ada~1~0x/mcpServers/a'],
    ]);
  });

  test.each(['a/b', '~', 'say "hi"', '🦊', '', ' ', '__proto__', 'constructor', '\ud800'])(
    'a server may be called %j',
    (name) => {
      const config = read(`{"mcpServers":{${JSON.stringify(name)}:{"command":"x"}}}`);
      expect(config.entries.map((entry) => entry.name)).toEqual([name]);
    },
  );

  test('of a name that comes twice the last counts, and a note says so', () => {
    const config = read('{"mcpServers":{"a":{"command":"x"},"a":{"command":"y"}}}');
    expect(config.entries.map(({ command }) => command)).toEqual(['y']);
    expect(config.notes).toEqual(['duplicate key "a"; the last one counts']);
  });

  test('G3: variables and commands are kept as written', () => {
    const [entry] = read(
      '{"mcpServers":{"a":{"type":"http","url":"https://${HOST}/mcp"}}}',
      code,
    ).entries;
    expect(entry?.url).toBe('https://${HOST}/mcp');
  });
});

describe('the transport of an entry', () => {
  test.each([
    ['{"type":"http","url":"https://x.dev"}', 'http', 'http'],
    ['{"type":"streamable-http","url":"https://x.dev"}', 'http', 'streamable-http'],
    ['{"type":"sse","url":"https://x.dev"}', 'sse', 'sse'],
    ['{"type":"ws","url":"wss://x.dev"}', 'ws', 'ws'],
    ['{"command":"x"}', 'stdio', null],
    ['{"url":"https://x.dev"}', 'unknown', null],
    ['{"type":"constructor","url":"https://x.dev"}', 'unknown', 'constructor'],
    ['{"transport":"http","url":"https://x.dev"}', 'unknown', null],
    ['{"command":"npx","args":["mcp-remote","https://x.dev"]}', 'http', null],
    [
      '{"command":"npx","args":["mcp-remote","https://x.dev","--transport","sse-only"]}',
      'sse',
      'sse-only',
    ],
  ])('%s is %s', (entry, transport, declaredType) => {
    const config = read(`{"mcpServers":{"a":${entry}}}`, code);
    expect(config.entries[0]).toMatchObject({ transport, declaredType });
  });

  test('Claude Desktop entries may say transport instead of type', () => {
    const [entry] = read('{"mcpServers":{"a":{"transport":"sse","url":"https://x.dev"}}}').entries;
    expect(entry).toMatchObject({ transport: 'sse', declaredType: 'sse' });
  });
});

describe('G2: a configuration that a strict parser refuses', () => {
  test.each([
    ['a trailing comma', GOOD.replace('}}}', '}},}'), 'trailing commas'],
    ['a comment', GOOD.replace('{', '{ // mine\n'), 'comments'],
    ['smart quotes', GOOD.replace('"npx"', '“npx”'), 'typographic quotation marks'],
  ])('%s is found and tolerated', (_, text, note) => {
    const config = read(text);
    expect(config.state).toBe('broken');
    expect(config.notes).toContain(note);
    expect(config.entries.map(({ name }) => name)).toEqual(['acme']);
  });

  test('the place is exact and the line is masked', () => {
    const config = read(
      '{\n  "mcpServers": {\n    "a": { "command": "x", "env": { "KEY": "hunter2" }, }\n  }\n}',
    );
    expect(config.problems).toEqual([
      {
        kind: 'syntax',
        message: 'A comma stands behind the last entry; JSON allows none there.',
        line: 3,
        column: 55,
        excerpt: '    "a": { "command": "x", "env": { "KEY": "•••••••" }, }',
      },
    ]);
    expect(config.detail).toBe(
      'Line 3, column 55: A comma stands behind the last entry; JSON allows none there.',
    );
  });

  test.each([false, true])('UTF-16 is read and named (big endian: %s)', (bigEndian) => {
    for (const text of [GOOD, `\ufeff${GOOD}`]) {
      const config = readBytes(utf16(text, bigEndian));
      expect(config.state).toBe('broken');
      expect(config.notes).toContain(bigEndian ? 'UTF-16 BE' : 'UTF-16 LE');
      expect(config.entries).toHaveLength(1);
    }
  });

  test('a byte order mark stops Claude Desktop and not Claude Code', () => {
    const marked = `\ufeff${GOOD}`;
    expect(read(marked)).toMatchObject({ state: 'broken', notes: ['byte order mark'] });
    expect(read(marked).problems[0]).toMatchObject({ line: 1, column: 1 });
    expect(read(marked, code)).toMatchObject({ state: 'ok', notes: ['byte order mark'] });
  });

  test('bytes that are not UTF-8 are noted with their line', () => {
    const bytes = new TextEncoder().encode(GOOD.replace('{', '{\n'));
    bytes[bytes.indexOf('x'.charCodeAt(0))] = 0xff;
    expect(readBytes(bytes).notes).toEqual(['bytes that are not UTF-8, line 2']);
  });
});

describe('a value of the wrong type is a problem, not a crash', () => {
  test.each([
    ['null', 'The file holds null; it must be an object.'],
    ['[]', 'The file holds a list; it must be an object.'],
    ['"x"', 'The file holds a text; it must be an object.'],
    ['{"mcpServers":[]}', '/mcpServers is a list; it must be an object.'],
    ['{"mcpServers":"x"}', '/mcpServers is a text; it must be an object.'],
    ['{"mcpServers":{"a":null}}', '/mcpServers/a is null; it must be an object.'],
    [
      '{"mcpServers":{"a":{"url":1,"type":"http"}}}',
      '/mcpServers/a/url is a number; it must be a text.',
    ],
    [
      '{"mcpServers":{"a":{"command":"x","args":"-y"}}}',
      '/mcpServers/a/args is a text; it must be a list of texts.',
    ],
    [
      '{"mcpServers":{"a":{"command":"x","args":[1]}}}',
      '/mcpServers/a/args holds other values; it must be a list of texts.',
    ],
    [
      '{"mcpServers":{"a":{"command":"x","env":[]}}}',
      '/mcpServers/a/env is a list; it must be an object.',
    ],
    [
      '{"mcpServers":{"a":{"type":"http","url":"https://x.dev","headers":{"X-Team":5}}}}',
      '/mcpServers/a/headers/X-Team is a number; it must be a text.',
    ],
    ['{"mcpServers":{"a":{}}}', '/mcpServers/a has neither a command nor a url.'],
    ['{"mcpServers":{"\\u202ea":1}}', '/mcpServers/\\u202ea is a number; it must be an object.'],
  ])('%s', (text, message) => {
    const config = read(text);
    expect(config.state).toBe('ok');
    expect(config.problems.map((one) => [one.kind, one.message])).toEqual([['shape', message]]);
  });

  test('one wrong value is told once, also where two tables meet it', () => {
    expect(read('[]', code).problems).toHaveLength(1);
    expect(read('{"projects":[]}', code).problems).toHaveLength(1);
  });
});

describe('a file that holds nothing to read', () => {
  test.each([
    ['', 'The file is empty.'],
    [' \r\n\t', 'The file holds only white space.'],
    ['\ufeff', 'The file is empty.'],
  ])('%j is empty', (text, detail) => {
    expect(read(text)).toMatchObject({ state: 'empty', detail, entries: [] });
  });

  test.each([
    [{ kind: 'folder' }, 'folder', 'A folder stands where the file should be.'],
    [{ kind: 'unreadable', reason: 'EACCES' }, 'unreadable', 'The file cannot be read: EACCES'],
    [
      { kind: 'too-large', size: CONFIG_LIMIT + 1 },
      'too-large',
      'The file has 10.1 MB; up to 10 MB are read.',
    ],
  ] as const)('%j says so', (bad, state, detail) => {
    expect(readConfig(desktop, FILE, bad)?.config).toMatchObject({ state, detail });
  });

  test('a file that does not exist leaves no trace', () => {
    expect(readConfig(desktop, FILE, { kind: 'missing' })).toBeNull();
  });

  test('10,000 levels are refused, not followed', () => {
    const deep = `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    expect(read(deep)).toMatchObject({ state: 'unreadable', entries: [] });
    expect(read(deep.slice(0, -1))).toMatchObject({ state: 'broken', entries: [] });
    expect(read(`{ /* " */ "a":${'['.repeat(100_000)}`)).toMatchObject({ state: 'broken' });
  });
});

describe('whatever the bytes are', () => {
  test('a string of millions of escapes is read, whole or broken', () => {
    const text = `{"a":"${'\\n'.repeat(4_900_000)}"`;
    expect(read(`${text}}`).state).toBe('ok');
    expect(read(text).state).toBe('broken');
  });

  test('reading never throws, and every place lies in the file', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
      fc.json().map((text) => new TextEncoder().encode(`{"mcpServers":${text}}`)),
      fc
        .json()
        .map((text) => new TextEncoder().encode(`{"mcpServers":{"a":${text}},"projects":${text}`)),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom(desktop, code), (content, location) => {
        const config = readBytes(content, location);
        for (const { line, column } of [...config.problems, ...config.entries]) {
          expect(Math.min(line, column)).toBeGreaterThan(0);
        }
        if (config.state === 'broken') expect(config.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('H2: a secret in env, headers, args or an address is nowhere in the evidence but the url', () => {
    const secret = 'q7Zr4tLm0pXw2Kd9';
    const entry = {
      command: 'npx',
      args: ['mcp-remote', 'https://x.dev/mcp', '--header', `Authorization: Bearer ${secret}`],
      env: { TOKEN: secret, url: secret, type: secret },
      headers: { 'X-Key': secret },
    };
    for (const end of ['', ',', '}', '{']) {
      const text =
        JSON.stringify({ mcpServers: { a: entry, b: { type: secret, url: secret } } }, null, 2) +
        end;
      const config = read(text);
      const shown = { ...config, entries: config.entries.map(({ excerpt }) => excerpt) };
      expect(JSON.stringify(shown)).not.toContain(secret);
    }
  });
});
