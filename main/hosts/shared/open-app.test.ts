import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Surroundings } from './list-doors.ts';
import { openApp, WINDOW_FAILED, type Program } from './open-app.ts';

const profile = { home: '/profiles/a', os: 'win32', project: null } as const;
const browser = { name: 'Chromium', program: '/usr/bin/chromium' };
const everything = { electron: '/e/electron', browser, browserNamed: false, display: true };

async function open(around: Surroundings, codes: readonly (number | null)[]) {
  const ran: Program[] = [];
  const said: string[] = [];
  const options = { dist: '/app/dist', profile, say: (line: string) => void said.push(line) };
  const code = await openApp(options, around, async (program) => {
    ran.push(program);
    return codes[ran.length - 1] ?? null;
  });
  return { code, said, ran: ran.map((one) => one.args.find((arg) => arg.startsWith('/'))) };
}

describe('openApp', () => {
  test('ends with the exit code of what ran', async () => {
    const { code, ran } = await open(everything, [0]);
    expect([code, ran]).toEqual([0, ['/app']]);
  });

  test.each([null, WINDOW_FAILED, 127])(
    'goes to the next door where one ends with %s',
    async (failed) => {
      const { code, ran, said } = await open(everything, [failed, failed, 1]);
      expect(code).toBe(1);
      expect(ran).toEqual([
        '/app',
        path.join('/app/dist', 'browser', 'main.js'),
        path.join('/app/dist', 'cli', 'unblank.js'),
      ]);
      expect(said.at(-1)).toMatch(/^No window could be opened; .*terminal instead\.$/);
    },
  );

  test('hands the chosen profile on to whatever it opens', async () => {
    const seen: (readonly string[])[] = [];
    const options = { dist: '/app/dist', profile, say: () => undefined };
    await openApp(options, { ...everything, display: false }, async ({ args }) => {
      seen.push(args);
      return 0;
    });
    expect(seen[0]?.slice(1)).toEqual(['check', '--home=/profiles/a', '--os=win32']);
  });

  test('is an internal fault where not even the terminal starts', async () => {
    expect((await open(everything, [null, null, null])).code).toBe(4);
  });
});
