import { mkdtemp, rm, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outputOf, runSystemProgram, systemProgramPath } from './run-system-program.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unblank-run-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function script(name: string, body: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\n${body}\n`);
  await chmod(file, 0o755);
  return file;
}

describe('I3: the programs of the system', () => {
  test.each(['ps', 'lsof', 'security', 'tasklist', 'netstat', 'netsh', 'reg'] as const)(
    '%s has an absolute path in a folder of the system',
    (program) => {
      expect(systemProgramPath(program, undefined)).toMatch(
        /^(?:\/bin\/|\/usr\/s?bin\/|C:\\Windows\\System32\\)[a-z]+(?:\.exe)?$/,
      );
    },
  );

  test('a variable can name the drive of Windows, and no other folder', () => {
    expect(systemProgramPath('reg', 'D:\\WINDOWS')).toBe('D:\\Windows\\System32\\reg.exe');
    for (const root of ['C:\\Users\\x', '\\\\host\\share', 'C:\\Windows\\..\\x', '/tmp', ''])
      expect(systemProgramPath('reg', root)).toBe('C:\\Windows\\System32\\reg.exe');
  });

  test('F7: security is never run with a switch that prints a password', async () => {
    for (const flag of ['-g', '-w', '-gw', '-wg'])
      expect(await runSystemProgram('security', ['find-generic-password', flag])).toBeNull();
  });
});

describe.skipIf(process.platform === 'win32')('running', () => {
  test('I3: arguments arrive as they are: there is no shell between', async () => {
    const file = await script('echo', 'printf "%s|" "$@"');
    const words = ['a b', '$(id)', '`id`', '; id', '*', '"', "'", '%PATH%'];
    expect(await outputOf(file, words)).toBe(words.map((one) => `${one}|`).join(''));
  });

  test('I3: of our environment nothing is handed on', async () => {
    const output = await outputOf(await script('environment', 'env'), []);
    expect(output).toContain('LC_ALL=C');
    for (const name of ['HOME=', 'npm_', 'NODE_OPTIONS=']) expect(output).not.toContain(name);
  });

  test('what fails, is missing or prints too much has said nothing', async () => {
    expect(await outputOf(await script('fails', 'echo x; exit 1'), [])).toBeNull();
    expect(await outputOf(join(folder, 'missing'), [])).toBeNull();
    expect(await outputOf(await script('much', 'yes'), [])).toBeNull();
  });
});
