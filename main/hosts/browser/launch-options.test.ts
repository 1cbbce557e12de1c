import { describe, expect, test } from 'vitest';
import { launchOptions } from './launch-options.ts';

const choice = { program: '/usr/bin/chromium', headless: false, sandbox: true };

describe('launchOptions', () => {
  test('A1: the browser runs in its sandbox unless it cannot', () => {
    expect(launchOptions(choice).chromiumSandbox).toBe(true);
    expect(launchOptions({ ...choice, sandbox: false }).chromiumSandbox).toBe(false);
  });

  test('A7: denies every permission and every download', () => {
    const options = launchOptions(choice);
    expect([options.permissions, options.acceptDownloads]).toEqual([['clipboard-write'], false]);
  });

  test('C7: asks for no debugging port', () => {
    const { args = [] } = launchOptions(choice);
    expect(args.filter((one) => one.includes('remote-debugging'))).toEqual([]);
  });

  test('A1: no switch weakens web security', () => {
    const { args = [] } = launchOptions(choice);
    expect(args.join(' ')).not.toMatch(/web-security|site-isolation|certificate|no-sandbox/);
  });
});
