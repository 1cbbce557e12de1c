import type { Page } from 'playwright-core';
import type { Confirm } from '../../engine/repair/repairs.ts';
import { withinTime } from '../shared/within-time.ts';
import { askOnPage } from './confirm-page.ts';
import type { WindowChoice } from './launch-options.ts';
import { firstPage, launchWindow } from './launch-window.ts';

/** Asking in windows of the host's own. */
export interface ConfirmWindows {
  readonly confirm: Confirm;
  /** Closes what is open; that is a no. */
  close(): Promise<void>;
}

const CLOSING_MS = 3000;

/**
 * Asks in a window of a browser of its own: another process, another profile, no bridge. SECURITY:
 * G1, A14. The app's window has no handle on it, cannot draw over its text nor press its buttons.
 * @param choice the browser that shows the app's window too
 * @param onPage hears of each page that asks; the end-to-end tests answer there as a person does
 */
export function createConfirmWindows(
  choice: WindowChoice,
  onPage: (page: Page) => void = () => undefined,
): ConfirmWindows {
  const open = new Set<() => Promise<void>>();
  const confirm: Confirm = async (question) => {
    const { context, profile } = await launchWindow(choice);
    const close = () =>
      withinTime(
        context.close().finally(() => profile.remove()),
        CLOSING_MS,
      );
    open.add(close);
    try {
      const page = await firstPage(context);
      onPage(page);
      return await askOnPage(page, question);
    } finally {
      open.delete(close);
      await close();
    }
  };
  return {
    confirm,
    close: async () => {
      await Promise.all([...open].map((one) => one()));
    },
  };
}
