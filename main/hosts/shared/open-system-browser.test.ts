import { describe, expect, test } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import { openSystemBrowser, type Command, type RunCommand } from './open-system-browser.ts';

function system(platform: NodeJS.Platform, changes: { has?: boolean; run?: RunCommand } = {}) {
  const ran: Command[] = [];
  const run = changes.run ?? (async (command: Command) => void ran.push(command));
  const exists = () => changes.has ?? true;
  return { ran, options: { platform, systemRoot: 'C:\\Windows', exists, run } };
}
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : String(error));

describe('openSystemBrowser', () => {
  test.each([
    ['darwin', '/usr/bin/open', []],
    ['linux', '/usr/bin/xdg-open', []],
    ['win32', 'C:\\Windows\\System32\\rundll32.exe', ['url.dll,FileProtocolHandler']],
  ] as const)('C3: on %s runs %s with the address as one argument', async (name, program, args) => {
    const { ran, options } = system(name);
    await openSystemBrowser('https://example.com/a?b=c&d=e', options);
    expect(ran).toEqual([{ program, args: [...args, 'https://example.com/a?b=c&d=e'] }]);
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://example.com/',
    'https://me:secret@example.com/',
    'https://example.com/$(calc)',
    '--help',
    'ms-settings:',
  ])('C3: refuses %s and starts nothing', async (url) => {
    const { ran, options } = system('linux');
    const refused = await openSystemBrowser(url, options).catch(codeOf);
    expect([refused, ran]).toEqual(['call-refused', []]);
  });

  test('says so where the system has no program that opens pages', async () => {
    const { options } = system('linux', { has: false });
    expect(await openSystemBrowser('https://example.com/', options).catch(codeOf)).toBe(
      'page-not-opened',
    );
  });

  test('says so where the program does not start', async () => {
    const run = () => Promise.reject(new Error('EACCES'));
    const { options } = system('linux', { run });
    expect(await openSystemBrowser('https://example.com/', options).catch(codeOf)).toBe(
      'page-not-opened',
    );
  });
});
