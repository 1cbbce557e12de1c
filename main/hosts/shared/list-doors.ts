import type { FoundBrowser } from './find-browser.ts';

/** What there is to open the app with. */
export interface Surroundings {
  /** Electron's program, or null where it is missing. */
  readonly electron: string | null;
  readonly browser: FoundBrowser | null;
  /** True where UNBLANK_BROWSER is set, whether it names a program or not. */
  readonly browserNamed: boolean;
  /** False on Linux without DISPLAY and WAYLAND_DISPLAY. */
  readonly display: boolean;
}

/** One way to open the app, with the line that says why it is this one; null where none is needed. */
export type Door =
  | { readonly kind: 'electron'; readonly program: string; readonly say: null }
  | { readonly kind: 'browser'; readonly browser: FoundBrowser; readonly say: string }
  | { readonly kind: 'terminal'; readonly say: string };

const IN_TERMINAL = 'looking at this machine in the terminal instead.';

/**
 * The ways to open the app here, the best first; the next is for when one does not open. The
 * terminal is always the last and cannot fail to be there.
 * @param around what was found
 */
export function listDoors(around: Surroundings): readonly Door[] {
  const { electron, browser, display } = around;
  const terminal: Door = { kind: 'terminal', say: `${whyTerminal(around)}; ${IN_TERMINAL}` };
  if (!display) return [terminal];
  const doors: Door[] = [];
  if (electron !== null) doors.push({ kind: 'electron', program: electron, say: null });
  if (browser !== null) doors.push({ kind: 'browser', browser, say: sayBrowser(around, browser) });
  return [...doors, terminal];
}

function sayBrowser({ electron }: Surroundings, browser: FoundBrowser): string {
  const why = electron === null ? 'Electron is not on this machine' : 'Electron did not open';
  return `${why}; opening Unblank in ${browser.name} instead.`;
}

function whyTerminal(around: Surroundings): string {
  if (!around.display) return 'There is no display here';
  if (around.electron !== null || around.browser !== null) return 'No window could be opened';
  if (around.browserNamed) return 'Electron is missing and UNBLANK_BROWSER names no program';
  return 'There is no Electron, Chrome, Chromium or Edge on this machine';
}
