import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page } from 'playwright/test';
import { launchElectron, type ElectronUnderTest } from './electron-driver.ts';

async function openOverEmptyHome(use: (app: ElectronUnderTest) => Promise<void>): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'unblank-home-'));
  try {
    const app = await launchElectron({ home, os: 'linux' });
    await use(app);
    await app.close();
  } finally {
    await rm(home, { recursive: true });
  }
}

/** The built app over an empty home: one for all specs of a worker, which leave it as it was. */
export const sharedAppTest = base.extend<object, { app: ElectronUnderTest }>({
  app: [({}, use) => openOverEmptyHome(use), { scope: 'worker' }],
});

/** The built app over an empty home, one for each spec. */
export const ownAppTest = base.extend<{ app: ElectronUnderTest }>({
  app: ({}, use) => openOverEmptyHome(use),
});

/**
 * Makes a call as the page makes it, past the client of the contract.
 * @param name a call of the table
 * @param input anything; also what the table does not allow
 */
export function callHost(page: Page, name: string, input?: unknown): Promise<unknown> {
  return page.evaluate(
    ([asked, given]) => {
      const { unblank } = window as unknown as {
        unblank: { calls: Record<string, (value: unknown) => Promise<unknown>> };
      };
      return unblank.calls[asked]?.(given);
    },
    [name, input] as const,
  );
}
