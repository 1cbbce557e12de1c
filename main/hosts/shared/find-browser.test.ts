import { describe, expect, test } from 'vitest';
import type { System } from '../../contract/words.ts';
import { findBrowser } from './find-browser.ts';

const find = (os: System, files: readonly string[], env: Record<string, string> = {}) =>
  findBrowser({ os, env: (name) => env[name], isProgram: (file) => files.includes(file) });

describe('findBrowser', () => {
  test.each([
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'Google Chrome'],
    ['darwin', '/home/me/Applications/Chromium.app/Contents/MacOS/Chromium', 'Chromium'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'Google Chrome'],
    ['win32', 'C:\\Small\\Microsoft\\Edge\\Application\\msedge.exe', 'Microsoft Edge'],
    ['linux', '/usr/bin/chromium', 'Chromium'],
    ['linux', '/home/me/bin/microsoft-edge', 'Microsoft Edge'],
    ['linux', '/snap/bin/chromium', 'Chromium'],
  ] as const)('on %s finds %s', (os, program, name) => {
    const env = {
      HOME: '/home/me',
      PATH: '/home/me/bin:/usr/bin',
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Small',
    };
    expect(find(os, [program], env)).toEqual({ name, program });
  });

  test('prefers Chrome to Edge where both are installed', () => {
    const files = ['/usr/bin/microsoft-edge', '/usr/bin/google-chrome'];
    expect(find('linux', files)?.name).toBe('Google Chrome');
  });

  test('takes the program that UNBLANK_BROWSER names before all others', () => {
    const env = { UNBLANK_BROWSER: '/opt/brave/brave' };
    const found = find('linux', ['/opt/brave/brave', '/usr/bin/chromium'], env);
    expect(found).toEqual({ name: 'brave', program: '/opt/brave/brave' });
  });

  test('guesses nothing where UNBLANK_BROWSER names no program', () => {
    expect(find('linux', ['/usr/bin/chromium'], { UNBLANK_BROWSER: '/nowhere' })).toBeNull();
    expect(find('linux', ['chromium'], { UNBLANK_BROWSER: 'chromium' })).toBeNull();
  });

  test('I3: does not look in relative folders of PATH', () => {
    expect(find('linux', ['bin/chromium', './chromium'], { PATH: 'bin:.:' })).toBeNull();
  });

  test('finds nothing on a machine without a browser', () => {
    expect(find('win32', [])).toBeNull();
  });
});
