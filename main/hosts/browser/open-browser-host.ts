import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { AppError } from '../../contract/errors.ts';
import type { AppServices, AppServicesOptions, ProfileChoice } from '../shared/app-services.ts';
import { readRendererFiles } from '../shared/renderer-files.ts';
import { removeLeftovers, type ThrowawayProfile } from '../shared/sign-in/throwaway-profile.ts';
import { withinTime } from '../shared/within-time.ts';
import { carryCalls, emitTo } from './carry-contract.ts';
import { bringBack, guardWindow, type Refuse } from './guard-window.ts';
import type { WindowChoice } from './launch-options.ts';
import { firstPage, launchWindow, windowFailed } from './launch-window.ts';
import { OWN_PAGE } from './own-page.ts';
import { serveFiles, type ServedFiles } from './served-files.ts';

export interface BrowserHostOptions extends WindowChoice {
  /** Folder of the built bundles. */
  readonly dist: string;
  readonly profile: ProfileChoice;
  /** Opens a page in the system browser; the host's one place for it (C3). */
  readonly openUrl: (url: string) => Promise<void>;
  readonly onRefusal: Refuse;
  /** Tells of a bug and gives the reference to show. */
  readonly onBug: (error: unknown) => string;
  readonly createServices: (options: AppServicesOptions) => Promise<AppServices>;
}

export type Ending = 'closed' | 'crashed';

/** An open window. */
export interface BrowserHost {
  readonly page: Page;
  /** Settles once the window is gone and everything behind it is closed. */
  readonly ended: Promise<Ending>;
  close(): Promise<void>;
}

/** SECURITY: L1. Nothing that hangs keeps us longer. */
const CLOSING_MS = 3000;

/**
 * Shows the built renderer in an installed browser, driven through a pipe: no port is opened, the
 * production policy holds, and the profile is a fresh one that goes with the window (design.md,
 * "hosts/browser").
 * @throws AppError `window-failed` where the browser does not start or the renderer is not built
 */
export async function openBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { context, page, files, bridge, profile } = await startAll(options);
  const services = startServices(page, options);
  const close = once(() =>
    withinTime(
      Promise.allSettled([closeServices(services), context.close().finally(profile.remove)]),
      CLOSING_MS,
    ),
  );
  const ended = endOf(page, close);
  try {
    await guardWindow(context, page, files, options.onRefusal);
    const handlers = services.then((made) => made.handlers);
    await carryCalls(page, { handlers, refuse: options.onRefusal, onBug: options.onBug });
    await page.addInitScript({ content: bridge });
    await Promise.all([page.goto(OWN_PAGE), services]);
    bringBack(page, options.onRefusal);
    return { page, ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Started {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly files: ServedFiles;
  readonly bridge: string;
  readonly profile: ThrowawayProfile;
}

/** All that is slow, at once. */
async function startAll(options: BrowserHostOptions): Promise<Started> {
  const { dist } = options;
  // What a killed app left behind goes at the next start; nobody waits for it.
  void removeLeftovers(tmpdir());
  const launching = launchWindow(options);
  const reading = Promise.all([
    readRendererFiles(path.join(dist, 'renderer')).then(serveFiles),
    readFile(path.join(dist, 'browser', 'bridge.js'), 'utf8'),
  ]).catch((error: unknown) => windowFailed('the app is not built', error));
  const [{ context, profile }, read] = await Promise.all([launching, reading]);
  if (!(read instanceof AppError)) {
    const page = await firstPage(context);
    return { context, page, files: read[0], bridge: read[1], profile };
  }
  await context.close().finally(profile.remove);
  throw read;
}

function startServices(page: Page, options: BrowserHostOptions): Promise<AppServices> {
  const { createServices, profile, openUrl } = options;
  const services = createServices({ host: 'browser', profile, emit: emitTo(page), openUrl });
  // Whoever opens the window hears of a failure; until it asks, nobody has missed it (L3).
  services.catch(() => undefined);
  return services;
}

/** The window is gone when its page is, its renderer died (A12) or the browser left. */
async function endOf(page: Page, close: () => Promise<void>): Promise<Ending> {
  const ending = await new Promise<Ending>((resolve) => {
    page.once('close', () => resolve('closed'));
    page.once('crash', () => resolve('crashed'));
    page.context().once('close', () => resolve('closed'));
  });
  await close();
  return ending;
}

async function closeServices(services: Promise<AppServices>): Promise<void> {
  await (await services).close();
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= action());
}
