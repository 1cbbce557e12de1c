import path from 'node:path';
import type { WebPreferences } from 'electron';

/** In memory only: without `persist:` Electron keeps nothing of the session on disk. */
export const WINDOW_PARTITION = 'companion';

/**
 * The preferences of every window.
 * SECURITY: A1, A2, A10. One frozen literal: nothing from outside is ever spread into it
 * (CVE-2026-34769). DevTools stay off in development too: who needs them starts Electron with
 * `--remote-debugging-port`, which a packaged build refuses.
 */
export const WEB_PREFERENCES: Readonly<WebPreferences> = Object.freeze({
  partition: WINDOW_PARTITION,
  preload: path.join(import.meta.dirname, 'preload.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  devTools: false,
});

/**
 * The preferences of a sign-in window but its session. SECURITY: A1, A2, D2. One frozen literal, and
 * no preload: the page gets nothing of ours.
 */
export const SIGN_IN_PREFERENCES: Readonly<WebPreferences> = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
  devTools: false,
});
