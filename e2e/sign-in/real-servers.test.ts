import { describe, expect, test } from 'vitest';
import { findBrowser, thisMachine } from '../../main/hosts/shared/find-browser.ts';
import { REAL_SERVERS } from '../judges/start-real-server.ts';
import { traceUrl } from './trace-patient.ts';

const hasBrowser = findBrowser(thisMachine()) !== null;
/** Each starts a program and a browser of its own. */
const LIMIT_MS = 60_000;

/** What a person presses on the way; the demo of the SDK asks nobody. */
const PRESSED: Readonly<Record<string, readonly string[]>> = {
  'oidc-provider': ['Sign-in', 'Continue'],
  'workers-oauth-provider': ['Allow'],
};

describe('a server that nobody here wrote is signed in to, and gets nothing but advice', () => {
  for (const { name, start } of REAL_SERVERS)
    test(name, { timeout: LIMIT_MS }, async (context) => {
      if (!hasBrowser) context.skip('no browser is installed');
      const server = await start();
      try {
        const { report, pressed } = await traceUrl(server.url);
        const target = report.targets[0]!;
        const heavy = target.findings.filter((one) => one.severity !== 'advice');
        expect(heavy.map((one) => `${one.code} ${one.explanation}`)).toEqual([]);
        expect(target.signIn?.outcome).toBe('signed-in');
        expect(pressed).toEqual(PRESSED[name] ?? []);
      } finally {
        await server.close();
      }
    });
});
