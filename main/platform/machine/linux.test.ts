import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakePlace } from '../../engine/testing/fake-place.ts';
import { desktopFolders, execIn, handlersIn, linuxHandler } from './linux-handler.ts';
import { linuxListeners, readListenTable } from './linux-listeners.ts';
import { linuxMachine } from './linux-machine.ts';
import { linuxProcesses, readProcess } from './linux-processes.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unblank-proc-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

describe('processes', () => {
  const stat = '77 (a) b) S 12 77 77 0 -1';

  test('are read with program, arguments and parent, also with brackets in the name', async () => {
    await put('77/cmdline', '/usr/bin/node\0/x/server.js\0--port\0');
    await put('77/stat', stat);
    await put('78/cmdline', 'gone');
    await put('self/stat', stat);
    // It has ended, and nobody has asked about its end: seen with a client that was killed.
    await put('79/cmdline', '');
    await put('79/stat', '79 (claude) Z 1 79 79 0 -1');
    expect(await linuxProcesses(folder)).toEqual([
      {
        pid: 77,
        parent: 12,
        program: '/usr/bin/node',
        args: ['/x/server.js', '--port'],
        hasWindow: null,
      },
    ]);
  });

  test('a title that a program gave itself is its first argument', () => {
    const titled = {
      line: 'npm exec mcp-remote https://a.dev/mcp\0\0\0',
      stat,
      exe: '/usr/bin/node',
    };
    expect(readProcess(77, titled)).toMatchObject({
      program: '/usr/bin/node',
      args: ['npm exec mcp-remote https://a.dev/mcp'],
    });
  });

  test('a program that was replaced on the disk keeps its path', () => {
    const exe = '/opt/claude/versions/2.1.330 (deleted)';
    expect(readProcess(1, { line: 'claude\0-p', stat, exe })).toMatchObject({
      program: '/opt/claude/versions/2.1.330',
      args: ['-p'],
    });
  });

  test('a process of the kernel is told by its name', () => {
    const kernel = { line: '', stat: '2 (kthreadd) S 0 0', exe: null };
    expect(readProcess(2, kernel)).toEqual({
      pid: 2,
      parent: null,
      program: 'kthreadd',
      args: [],
      hasWindow: null,
    });
  });

  test('cannot be seen without the folder', async () => {
    expect(await linuxProcesses(join(folder, 'none'))).toBeNull();
    expect(await linuxListeners(join(folder, 'none'))).toBeNull();
  });

  test('any texts give a process: 10,000', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, fc.option(text), (line, other, exe) => {
        const found = readProcess(5, { line, stat: other, exe });
        expect(found.parent === null || found.parent > 0).toBe(true);
        expect(found.args.length).toBeLessThanOrEqual(64);
      }),
      { numRuns: 10_000 },
    );
  });
});

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:D020 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 630 1 000000002c67a7ce 100 0 0 10 0
   1: 0100007F:D021 0100007F:D020 01 00000000:00000000 00:00000000 00000000  1000        0 631 1 0 100 0 0 10 0
   2: 00000000:07E8 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 632 1 0 100 0 0 10 0
`;
const TABLE6 = `  sl  local_address                         remote_address                        st
   0: 00000000000000000000000001000000:829A 00000000000000000000000000000000:0000 0A 0:0 0:0 0 1000 0 640 1
   1: 00000000000000000000000000000000:0050 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0 641 1
   2: 0000000000000000FFFF00000100007F:0051 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0 642 1
`;

describe('listening ports', () => {
  test('of both families are read, and connections are not', () => {
    expect(readListenTable(TABLE)).toEqual([
      { address: '127.0.0.1', port: 53_280, inode: '630' },
      { address: '0.0.0.0', port: 2024, inode: '632' },
    ]);
    expect(readListenTable(TABLE6).map(({ address, port }) => [address, port])).toEqual([
      ['::1', 33_434],
      ['::', 80],
      ['127.0.0.1', 81],
    ]);
  });

  test('are told with the process that holds the socket', async () => {
    await put('net/tcp', TABLE);
    await mkdir(join(folder, '77', 'fd'), { recursive: true });
    await symlink('socket:[630]', join(folder, '77', 'fd', '3'));
    await symlink('/dev/null', join(folder, '77', 'fd', '4'));
    expect(await linuxListeners(folder)).toEqual([
      { port: 53_280, address: '127.0.0.1', pid: 77 },
      { port: 2024, address: '0.0.0.0', pid: null },
    ]);
  });

  test('any table gives ports that exist: 10,000', () => {
    const words = fc.constantFrom(
      '0100007F:D020',
      '0A',
      '0:',
      '00000000:FFFFF',
      'x',
      '630',
      '\n',
      '-1',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        for (const { port } of readListenTable(parts.join(' ')))
          expect(port >= 0 && port <= 65_535).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('what opens a scheme', () => {
  const desktop = (exec: string): string =>
    `[Desktop Entry]\nName=X\nExec=${exec}\nMimeType=x-scheme-handler/claude;\n`;

  test('is the program of the desktop file that the user’s list names', async () => {
    await put(
      'config/mimeapps.list',
      '[Default Applications]\nx-scheme-handler/claude=gone.desktop;claude.desktop;\n',
    );
    await put('data/applications/claude.desktop', desktop('"/opt/Claude Desktop/claude" %U'));
    const env: Readonly<Record<string, string>> = {
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_DATA_DIRS: join(folder, 'none'),
      XDG_CONFIG_DIRS: join(folder, 'none'),
    };
    const folders = desktopFolders('/home/nobody', (name) => env[name]);
    expect(await linuxHandler('claude', folders)).toEqual({
      program: '/opt/Claude Desktop/claude',
    });
    expect(await linuxHandler('https', folders)).toBe('none');
  });

  test('is found in the cache where no list names it', async () => {
    await put(
      'data/applications/mimeinfo.cache',
      '[MIME Cache]\nx-scheme-handler/claude=claude.desktop;\n',
    );
    await put('data/applications/claude.desktop', desktop('claude-desktop %U'));
    const folders = { lists: [], applications: [join(folder, 'data', 'applications')] };
    expect(await linuxHandler('claude', folders)).toEqual({ program: 'claude-desktop' });
  });

  test('only sections that add are read, and no name that is a path', () => {
    const text =
      '[Removed Associations]\na/b=no.desktop\n[Default Applications]\na/b=../x.desktop;yes.desktop\n';
    expect(handlersIn(text, 'a/b', ['[Default Applications]'])).toEqual(['yes.desktop']);
    expect(execIn('[Desktop Entry]\nName=x\n')).toBeNull();
  });

  test('is asked for schemes only', async () => {
    const machine = linuxMachine(folder, createFakePlace({ home: folder }));
    expect(await machine.handlerOf('../etc')).toBeNull();
    expect(await machine.handlerOf('x; id')).toBeNull();
  });
});
