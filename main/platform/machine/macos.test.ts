import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { macosMachine } from './macos-machine.ts';
import { readKeychainDates, readLsof, readPs } from './macos-outputs.ts';
import type { RunSystemProgram } from './run-system-program.ts';

const PROGRAMS = `    1     0 /sbin/launchd
  812     1 /Applications/Claude.app/Contents/MacOS/Claude
  830   812 /Applications/Claude.app/Contents/Frameworks/Claude Helper.app/Contents/MacOS/Claude Helper
  901   812 /usr/local/bin/node
`;
const LINES = `    1 /sbin/launchd
  812 /Applications/Claude.app/Contents/MacOS/Claude
  830 /Applications/Claude.app/Contents/Frameworks/Claude Helper.app/Contents/MacOS/Claude Helper --type=gpu-process
  901 npm exec mcp-remote https://mcp.acme.dev/mcp
`;
const LSOF = `p812
f23
n127.0.0.1:53280
p901
n[::1]:12543
n*:8080
nlocalhost:x
`;
const KEYCHAIN = `keychain: "/Users/ada/Library/Keychains/login.keychain-db"
version: 512
class: "genp"
attributes:
    "acct"<blob>="ada"
    "cdat"<timedate>=0x32303236303130323033303430355A00  "20260102030405Z\\000"
    "mdat"<timedate>=0x32303236313132303130303030305A00  "20261120100000Z\\000"
    "svce"<blob>="Claude Code-credentials"
`;

describe('recorded forms', () => {
  test('ps: programs with spaces in their path keep them', () => {
    const found = readPs(PROGRAMS, LINES);
    expect(found.map(({ pid, parent }) => [pid, parent])).toEqual([
      [1, null],
      [812, 1],
      [830, 812],
      [901, 812],
    ]);
    expect(found[2]).toMatchObject({
      program:
        '/Applications/Claude.app/Contents/Frameworks/Claude Helper.app/Contents/MacOS/Claude Helper',
      args: ['--type=gpu-process'],
    });
    expect(found[3]?.args).toEqual(['npm', 'exec', 'mcp-remote', 'https://mcp.acme.dev/mcp']);
  });

  test('lsof: every socket belongs to the process above it', () => {
    expect(readLsof(LSOF)).toEqual([
      { port: 53_280, address: '127.0.0.1', pid: 812 },
      { port: 12_543, address: '::1', pid: 901 },
      { port: 8080, address: '0.0.0.0', pid: 901 },
    ]);
  });

  test('security: dates, and nothing else of the item', () => {
    expect(readKeychainDates(KEYCHAIN)).toEqual({
      createdAt: Date.UTC(2026, 0, 2, 3, 4, 5),
      modifiedAt: Date.UTC(2026, 10, 20, 10),
    });
    expect(readKeychainDates('')).toEqual({ createdAt: null, modifiedAt: null });
  });

  test('changed in any way they give numbers that exist: 10,000', () => {
    const lines = fc.constantFrom(
      ...PROGRAMS.split('\n'),
      ...LSOF.split('\n'),
      ...KEYCHAIN.split('\n'),
    );
    const text = fc
      .array(fc.oneof(lines, fc.string({ unit: 'binary' })))
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, fc.nat(200), (whole, cut) => {
        const part = whole.slice(cut % (whole.length + 1));
        for (const { pid } of readPs(part, whole)) expect(Number.isSafeInteger(pid)).toBe(true);
        for (const { port } of readLsof(part)) expect(port).toBeLessThanOrEqual(65_535);
        const { createdAt } = readKeychainDates(part);
        expect(createdAt === null || Number.isFinite(createdAt)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('questions', () => {
  function recorded(answer: string | null) {
    const asked: string[] = [];
    const run: RunSystemProgram = (program, args) => {
      asked.push([program, ...args].join(' '));
      return Promise.resolve(answer);
    };
    return { asked, machine: macosMachine(run) };
  }

  test('F7: the keychain is asked for Claude’s items only, and never for a password', async () => {
    const { asked, machine } = recorded(KEYCHAIN);
    expect(await machine.keychainItem('Chrome Safe Storage')).toBeNull();
    expect(asked).toEqual([]);
    expect(await machine.keychainItem('Claude Code-credentials')).toMatchObject({
      modifiedAt: Date.UTC(2026, 10, 20, 10),
    });
    expect(asked).toEqual(['security find-generic-password -s Claude Code-credentials']);
  });

  test('what gives no answer is not seen', async () => {
    const { machine } = recorded(null);
    expect(await machine.processes()).toBeNull();
    expect(await machine.listeners()).toBeNull();
    expect(await machine.handlerOf('claude')).toBeNull();
    expect(await machine.keychainItem('Claude Code-credentials')).toBeNull();
  });
});
