import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunSystemProgram } from './run-system-program.ts';
import { windowsMachine } from './windows-machine.ts';
import {
  programOfCommand,
  readExcludedPorts,
  readRegistryText,
  readSockets,
  readTasks,
} from './windows-outputs.ts';

const TASKS = `"System Idle Process","0","Services","0","8 K","Unknown","NT AUTHORITY\\SYSTEM","14:36:53","N/A"
"claude.exe","4120","Console","1","210,432 K","Running","PC\\ada","0:01:11","Claude"
"claude.exe","4188","Console","1","90,112 K","Running","PC\\ada","0:00:11","N/A"
"node.exe","5000","Console","1","60,000 K","Unknown","PC\\ada","0:00:02","N/A"
`;
const TASKS_GERMAN = `"System Idle Process","0","Services","0","8 K","Unbekannt","NT-AUTORIT\u00c4T\\SYSTEM","14:36:53","Nicht zutreffend"\r
"claude.exe","4120","Console","1","210.432 K","Wird ausgef\u00fchrt","PC\\ada","0:01:11","Claude, ""neu"""\r
"node.exe","5000","Console","1","60.000 K","Unbekannt","PC\\ada","0:00:02","Nicht zutreffend"\r
`;
const NETSTAT_GERMAN = `
Aktive Verbindungen

  Proto  Lokale Adresse         Remoteadresse          Status           PID
  TCP    0.0.0.0:135            0.0.0.0:0              ABH\u00d6REN         1016
  TCP    127.0.0.1:53280        0.0.0.0:0              ABH\u00d6REN         4120
  TCP    127.0.0.1:53281        127.0.0.1:53280        HERGESTELLT     4120
  TCP    [::1]:12543            [::]:0                 ABH\u00d6REN         5000
  UDP    0.0.0.0:5353           *:*                                    2000
`;
const NETSH_GERMAN = `
Protokoll tcp Portausschlussbereiche

Startport      Endport
----------    --------
        80          80
     53200       53299
     50000       50059     *

* - Verwaltete Portausschl\u00fcsse.
`;
const REG = `\r
HKEY_CURRENT_USER\\Software\\Classes\\claude\\shell\\open\\command\r
    (Standard)    REG_SZ    "C:\\Program Files\\Claude\\claude.exe" "%1"\r
\r
`;

describe('recorded forms, in any language', () => {
  test.each([
    ['English', TASKS],
    ['German', TASKS_GERMAN],
  ])('tasklist in %s tells who has a window', (_, text) => {
    const found = readTasks(text);
    expect(found.find(({ pid }) => pid === 4120)).toEqual({
      pid: 4120,
      parent: null,
      program: 'claude.exe',
      args: [],
      hasWindow: true,
    });
    expect(found.find(({ pid }) => pid === 5000)?.hasWindow).toBe(false);
  });

  test('tasklist without titles tells nothing of windows', () => {
    const [found] = readTasks('"claude.exe","4120","Console","1","210,432 K"\n');
    expect(found).toMatchObject({ pid: 4120, hasWindow: null });
  });

  test('netstat in German tells what listens', () => {
    expect(readSockets(NETSTAT_GERMAN)).toEqual([
      { port: 135, address: '0.0.0.0', pid: 1016 },
      { port: 53_280, address: '127.0.0.1', pid: 4120 },
      { port: 12_543, address: '::1', pid: 5000 },
    ]);
  });

  test('netsh in German tells its ranges by their numbers', () => {
    expect(readExcludedPorts(NETSH_GERMAN)).toEqual([
      { from: 80, to: 80 },
      { from: 53_200, to: 53_299 },
      { from: 50_000, to: 50_059 },
    ]);
  });

  test('reg tells the command, whatever the default value is called', () => {
    expect(readRegistryText(REG)).toBe('"C:\\Program Files\\Claude\\claude.exe" "%1"');
    expect(readRegistryText('FEHLER: Der Schl\u00fcssel wurde nicht gefunden.')).toBeNull();
  });

  test.each([
    ['"C:\\Program Files\\Claude\\claude.exe" "%1"', 'C:\\Program Files\\Claude\\claude.exe'],
    ['C:\\Program Files\\Claude\\claude.exe %1', 'C:\\Program Files\\Claude\\claude.exe'],
    ['rundll32 x', 'rundll32'],
    ['', null],
  ])('of the command %s the program is taken', (command, program) => {
    expect(programOfCommand(command)).toBe(program);
  });

  test('changed in any way they give numbers that exist: 10,000', () => {
    const all = [TASKS, TASKS_GERMAN, NETSTAT_GERMAN, NETSH_GERMAN, REG].join('\n').split('\n');
    const line = fc.oneof(fc.constantFrom(...all), fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.nat(300), (lines, cut) => {
        const whole = lines.join('\n');
        const text = whole.slice(cut % (whole.length + 1));
        for (const { from, to } of readExcludedPorts(text))
          expect(from <= to && to <= 65_535).toBe(true);
        for (const { port } of readSockets(text)) expect(port).toBeLessThanOrEqual(65_535);
        for (const { pid } of readTasks(text)) expect(Number.isSafeInteger(pid)).toBe(true);
        programOfCommand(readRegistryText(text) ?? text);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('questions', () => {
  const machineOf = (answers: (line: string) => string | null) => {
    const asked: string[] = [];
    const run: RunSystemProgram = (program, args) => {
      asked.push([program, ...args].join(' '));
      return Promise.resolve(answers(asked.at(-1) ?? ''));
    };
    return { asked, machine: windowsMachine(run) };
  };

  test('where titles take too long, processes are asked for without them', async () => {
    const { asked, machine } = machineOf((line) => (line.endsWith('/V') ? null : TASKS));
    expect(await machine.processes()).toHaveLength(4);
    expect(asked).toEqual(['tasklist /FO CSV /NH /V', 'tasklist /FO CSV /NH']);
  });

  test('the default browser is the command of the class that the user chose', async () => {
    const { machine } = machineOf((line) => {
      if (line.includes('UserChoice')) return '    ProgId    REG_SZ    ChromeHTML\r\n';
      return line.includes('HKLM\\Software\\Classes\\ChromeHTML') ? REG : null;
    });
    expect(await machine.handlerOf('https')).toEqual({
      program: 'C:\\Program Files\\Claude\\claude.exe',
    });
  });

  test('a class that is no name is not asked for', async () => {
    const { asked, machine } = machineOf((line) =>
      line.includes('UserChoice') ? '    ProgId    REG_SZ    a\\b /s\r\n' : null,
    );
    expect(await machine.handlerOf('claude')).toBe('none');
    expect(asked.some((line) => line.includes('a\\b'))).toBe(false);
  });
});
