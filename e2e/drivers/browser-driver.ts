import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from 'playwright/test';
import type { openAppWindow } from '../../main/hosts/browser/open-app-window.ts';
import type { Ending } from '../../main/hosts/browser/open-browser-host.ts';
import type { Refusal } from '../../main/hosts/browser/guard-window.ts';
import { findBrowser, thisMachine } from '../../main/hosts/shared/find-browser.ts';
import { sandboxIsImpossible } from '../../main/hosts/shared/open-app.ts';
import { openSystemBrowser } from '../../main/hosts/shared/open-system-browser.ts';
import type { AppUnderTest, Asked, LaunchOptions } from './driver.ts';

const DIST = path.resolve(import.meta.dirname, '../../dist');

/** The browser host with what only its own specs look at. */
export interface BrowserUnderTest extends AppUnderTest {
  readonly kind: 'browser';
  /** Everything the window tried and did not get. */
  readonly refusals: readonly Refusal[];
  readonly ended: Promise<Ending>;
}

/**
 * Opens the built browser host without a visible window. It is the shipped bundle, policy and guard;
 * only the opener of the system browser is a recorder, behind the same check of addresses (C3).
 * @throws Error where no browser is installed or the app is not built
 */
export async function launchBrowser(options: LaunchOptions): Promise<BrowserUnderTest> {
  const browser = findBrowser(thisMachine());
  if (browser === null) throw new Error('No Chrome, Chromium or Edge is installed.');
  const opened: string[] = [];
  const refusals: Refusal[] = [];
  const bugs: unknown[] = [];
  const waiting: Page[] = [];
  const asked: Asked[] = [];
  const open = await builtHost();
  const host = await open({
    program: browser.program,
    headless: true,
    sandbox: !sandboxIsImpossible(),
    dist: DIST,
    profile: { home: options.home, os: options.os, project: options.project ?? null },
    openUrl: recorder(opened),
    onRefusal: (refusal) => refusals.push(refusal),
    onBug: (error) => `bug-${bugs.push(error)}`,
    onConfirm: (page) => void waiting.push(page as Page),
  });
  const close = async (): Promise<void> => {
    await host.close();
    await host.ended;
    // A bug behind the window fails the test that met it, whatever the window made of it (L3).
    if (bugs.length > 0) throw new AggregateError(bugs, 'The host made a mistake.');
  };
  // The bundle and the test runner load the same playwright-core.
  const page = host.page as Page;
  const answer = async (yes: boolean): Promise<Asked> => {
    await expect.poll(() => waiting.length, { timeout: 15_000 }).toBeGreaterThan(0);
    const one = await answerOn(waiting.shift() as Page, yes);
    asked.push(one);
    return one;
  };
  return { kind: 'browser', page, opened, asked, answer, refusals, ended: host.ended, close };
}

/** In the host's own window, as a person does: by its buttons. */
async function answerOn(page: Page, yes: boolean): Promise<Asked> {
  await expect(page.locator('#no')).toBeFocused();
  const title = await page.locator('#title').innerText();
  const text = (await page.locator('li').allInnerTexts()).join('\n');
  const closed = page.waitForEvent('close');
  const click = page.locator(yes ? '#yes' : '#no').click({ noWaitAfter: true });
  // The answer closes the window under the click: only a window that stays may fail it.
  await Promise.race([closed, click.catch((error: unknown) => mustBeClosed(page, error))]);
  await closed;
  return { title, text };
}

function mustBeClosed(page: Page, error: unknown): void {
  if (!page.isClosed()) throw error;
}

async function builtHost(): Promise<typeof openAppWindow> {
  const file = pathToFileURL(path.join(DIST, 'browser', 'open-app-window.js')).href;
  const built = (await import(file)) as { openAppWindow: typeof openAppWindow };
  return built.openAppWindow;
}

function recorder(opened: string[]): (url: string) => Promise<void> {
  const run = ({ args }: { args: readonly string[] }) => {
    opened.push(args.at(-1) ?? '');
    return Promise.resolve();
  };
  const system = { platform: 'linux', systemRoot: '', exists: () => true, run } as const;
  return (url) => openSystemBrowser(url, system);
}
