import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { AppError } from '../../contract/errors.ts';
import { makeProfile, type ThrowawayProfile } from '../shared/sign-in/throwaway-profile.ts';
import { launchOptions, type WindowChoice } from './launch-options.ts';

/** A browser of our own with one window, and a profile that goes with it. */
export interface LaunchedWindow {
  readonly context: BrowserContext;
  readonly profile: ThrowawayProfile;
}

/**
 * Starts an installed browser on a fresh profile, spoken to through a pipe.
 * @throws AppError `window-failed`
 */
export async function launchWindow(choice: WindowChoice): Promise<LaunchedWindow> {
  const profile = await makeProfile(tmpdir());
  try {
    // Loaded here and not earlier: the driver is most of what a start has to load.
    const { chromium } = await import('playwright-core');
    const { folder } = profile;
    const context = await chromium.launchPersistentContext(folder, launchOptions(choice));
    return { context, profile };
  } catch (error) {
    await profile.remove();
    throw windowFailed(`${path.basename(choice.program)} did not start`, error);
  }
}

export function windowFailed(reason: string, cause: unknown): AppError {
  return new AppError('window-failed', { reason }, { cause });
}

/** The window that the browser opened with. */
export async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? context.newPage();
}
