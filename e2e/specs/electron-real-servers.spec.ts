import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { runStandIn } from '../drivers/stand-in-driver.ts';
import { REAL_SERVERS } from '../judges/start-real-server.ts';
import { withBuiltMain } from '../testing/built-main.ts';

/** What a person presses on the way; the demo of the SDK asks nobody. */
const PRESSED: Readonly<Record<string, readonly string[]>> = {
  'oidc-provider': ['Sign-in', 'Continue'],
  'workers-oauth-provider': ['Allow'],
};
/** What a server offers beyond a token and a list of tools, as its answers' status; null: nothing. */
const OFFERS: Readonly<Record<string, { refresh: number | null; revocation: number | null }>> = {
  'oidc-provider': { refresh: 200, revocation: 200 },
  'workers-oauth-provider': { refresh: 200, revocation: 200 },
};
const NOTHING = { refresh: null, revocation: null };

test.describe('the Electron form signs in to a server that nobody here wrote', () => {
  test.setTimeout(60_000);
  for (const { name, start } of REAL_SERVERS)
    test(name, async () => {
      const server = await start();
      const home = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-home-'));
      try {
        const switches = [`--url=${server.url}`];
        const { log } = await withBuiltMain('real-server-main', (main) =>
          runStandIn({ home, os: 'linux' }, { main, switches }),
        );
        expect(log).toContain('"traced":true');
        expect(JSON.parse(log.trim())).toEqual({
          traced: true,
          outcome: 'signed-in',
          heavy: [],
          token: expect.any(String),
          list: 200,
          ...(OFFERS[name] ?? NOTHING),
          pressed: PRESSED[name] ?? [],
        });
      } finally {
        await server.close();
        await rm(home, { recursive: true, force: true });
      }
    });
});
