import { describe, expect, test } from 'vitest';
import type { ConfigFile } from '../../model/evidence.ts';
import { CONFIG_LOCATIONS } from '../locations.ts';
import { readConfig } from '../read-config.ts';

function read(text: string): ConfigFile {
  const codex = CONFIG_LOCATIONS.find(({ format }) => format === 'toml');
  if (codex === undefined) throw new Error('no client reads TOML');
  const bytes = new TextEncoder().encode(text);
  return readConfig(codex, '/home/ada/.codex/config.toml', { kind: 'bytes', bytes })!.config;
}

const SECRET = 'q7Zr4tLm0pXw2Kd9';

describe('a TOML configuration', () => {
  test('an entry stands at its header, its facts at their keys', () => {
    const { entries } = read(
      `model = "x"\n\n[mcp_servers.acme]\n  url = "https://x.dev/mcp "\n\n[mcp_servers.acme.env]\nTOKEN = "${SECRET}"\n`,
    );
    expect(entries).toMatchObject([
      { name: 'acme', pointer: '/mcp_servers/acme', line: 3, column: 1, transport: 'http' },
    ]);
    expect(entries[0]?.facts).toMatchObject([
      { kind: 'sets', name: 'TOKEN', at: { line: 7, column: 1 } },
      { kind: 'secret', at: { line: 7 } },
      { kind: 'white-space', where: 'ends', at: { line: 4, column: 3 } },
    ]);
    expect(entries[0]?.excerpt).toBe(
      '[mcp_servers.acme]\nurl = "https://x.dev/mcp "\nenv = {"TOKEN":"••••••••••••••••"}',
    );
  });

  test.each([
    ['[mcp_servers."two words"]\ncommand = "x"\n', 'two words', 1],
    ["[mcp_servers.'a.b']\ncommand = 'x'\n", 'a.b', 1],
    ['[mcp_servers]\na = { command = "x" }\n', 'a', 2],
    ['mcp_servers.a.command = "x"\n', 'a', 1],
    ['x = """\n[mcp_servers.a]\n"""\n[mcp_servers.a]\ncommand = "x"', 'a', 4],
    ['# [mcp_servers.a]\r\n[mcp_servers.a] # mine\r\ncommand = "x"\r\n', 'a', 2],
    ['\ufeff[mcp_servers.a]\ncommand = "x"\n', 'a', 1],
  ])('%j has its server on the right line', (text, name, line) => {
    expect(read(text)).toMatchObject({ state: 'ok', entries: [{ name, line }] });
  });

  test.each([
    ['[mcp_servers.a\ncommand = "x"', 1],
    ['[mcp_servers.a]\ncommand = x\n', 2],
    ['a = 1\na = 2\n', 2],
    [`[mcp_servers.a]\nbearer_token = "${SECRET}\n`, 2],
    [`[mcp_servers.a]\nenv = { T = "${SECRET}", \nU = `, 2],
    ['{"mcpServers": {}}', 1],
  ])('%j is broken, at its place and without its values', (text, line) => {
    const config = read(text);
    expect(config.state).toBe('broken');
    expect(Math.abs((config.problems[0]?.line ?? 0) - line)).toBeLessThanOrEqual(1);
    expect(JSON.stringify(config)).not.toContain(SECRET);
  });

  test('a deep one is refused, not followed', () => {
    expect(read(`a = ${'['.repeat(5000)}${']'.repeat(5000)}`).state).not.toBe('ok');
    const keys = Array.from({ length: 300 }, () => 'a').join('.');
    expect(['unreadable', 'broken']).toContain(read(`${keys} = 1`).state);
  });

  test('a number beyond what a double holds, and a date, are no crash', () => {
    expect(read('a = 9007199254740993\nb = 2026-01-01\nc = inf\n').state).toBe('ok');
  });
});
