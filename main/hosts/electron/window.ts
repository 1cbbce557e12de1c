import { BrowserWindow, type Session } from 'electron';
import { SIGN_IN_PREFERENCES, WEB_PREFERENCES } from './web-preferences.ts';

/**
 * Makes the app's window, hidden until its page is drawn, so that nobody sees a white flash. This
 * file is the only one that makes windows (safety A2). It remembers neither size nor place yet.
 */
export function createWindow(): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Unblank',
    width: 1180,
    height: 780,
    // The layout works from 720 px (voice-and-look, "Frame").
    minWidth: 720,
    minHeight: 480,
    show: false,
    // A grey between the light and the dark page, seen only where drawing is late.
    backgroundColor: '#7f7f7f',
    webPreferences: WEB_PREFERENCES,
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/**
 * Makes a sign-in window, hidden and empty.
 * @param session in memory, and of this window alone (safety D2)
 * @param title says where its page really is (sign-in/sign-in-title.ts)
 */
export function createSignInWindow(session: Session, title: string): BrowserWindow {
  return new BrowserWindow({
    title,
    width: 900,
    height: 760,
    show: false,
    webPreferences: { ...SIGN_IN_PREFERENCES, session },
  });
}

/**
 * Brings a window to the front, as a second start should.
 * @param window our window, or null where it is gone
 */
export function raiseWindow(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
