import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { app, dialog, session, type BrowserWindow } from 'electron';
import { readAppArguments } from '../shared/app-arguments.ts';
import type { AppServices, ProfileChoice } from '../shared/app-services.ts';
import { createAppServices } from '../shared/create-app-services.ts';
import { endDespiteKeychain } from '../shared/end-program.ts';
import { readRendererFiles } from '../shared/renderer-files.ts';
import { createSignInPorts } from '../shared/sign-in/create-sign-in-ports.ts';
import { createSystemWay } from '../shared/sign-in/system-way.ts';
import { withinTime } from '../shared/within-time.ts';
import { redactText } from '../../engine/redact/text.ts';
import { createNodePorts } from '../../platform/node-ports.ts';
import { APP_START } from './app-origin.ts';
import { registerAppScheme, serveApp } from './app-scheme.ts';
import { refusedSwitch } from './debugging-switch.ts';
import { createFaultLog, watchFaults } from './fault-log.ts';
import { createIpcHost } from './ipc-host.ts';
import { setMenu } from './menu.ts';
import { nativeConfirm, nativeSavePlace } from './native-dialogs.ts';
import { lockNavigation } from './navigation-policy.ts';
import { openUrl } from './open-url.ts';
import { recoverRenderer } from './renderer-recovery.ts';
import { lockSession } from './session-policy.ts';
import { WINDOW_PARTITION } from './web-preferences.ts';
import { createElectronWay } from './sign-in/electron-way.ts';
import { lockSignInContents } from './sign-in/lock-sign-in-contents.ts';
import { createSignInSessions } from './sign-in/sign-in-sessions.ts';
import { createSignInWindow, createWindow, raiseWindow } from './window.ts';

/** Quitting never waits longer. */
const CLOSE_MS = 3000;
const RENDERER = path.join(import.meta.dirname, '../renderer');
const log = createFaultLog(
  (line) => process.stderr.write(redactText(line)),
  () => randomBytes(4).toString('hex'),
);
/** Sessions of sign-in windows; they have locks of their own (sign-in/). */
const signInSessions = createSignInSessions();
let window: BrowserWindow | null = null;
let services: AppServices | null = null;

// The order is the rule here: sandbox, refusals and the lock before anything that touches a file.
watchFaults(process, log);
app.enableSandbox(); // SECURITY: A1
const refused = refusedSwitch(app.commandLine, app.isPackaged); // SECURITY: A10
if (refused !== null) {
  log.note(`--${refused} is not accepted`);
  app.exit(2);
} else if (!app.requestSingleInstanceLock()) {
  app.quit(); // SECURITY: C10. The first instance comes to the front (second-instance).
} else {
  prepare();
  app.whenReady().then(open).catch(giveUp);
}

/** Everything that must stand before ready: the scheme, and a lock on all that will be created. */
function prepare(): void {
  registerAppScheme();
  if (process.platform !== 'darwin') setMenu(process.platform);
  app.on('session-created', (created) => {
    if (!signInSessions.takes(created)) lockSession(created, log.note);
  });
  app.on('web-contents-created', (_event, contents) => {
    if (signInSessions.has(contents.session)) lockSignInContents(contents);
    else lockNavigation(contents, log.note);
  });
  app.on('second-instance', () => raiseWindow(window));
  // One window is the whole app, on macOS too.
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (services === null) return;
    const closed = withinTime(services.close(), CLOSE_MS); // SECURITY: L1
    services = null;
    event.preventDefault();
    void closed
      .catch(log.fault)
      .then(() => endDespiteKeychain())
      .finally(() => app.exit(0));
  });
}

function ourWindow(): BrowserWindow | null {
  return window === null || window.isDestroyed() ? null : window;
}

/** Serves the built page, makes the window and begins to answer it. */
async function open(): Promise<void> {
  if (process.platform === 'darwin') setMenu(process.platform);
  const files = await readRendererFiles(RENDERER);
  serveApp(session.fromPartition(WINDOW_PARTITION), files);
  const ipc = createIpcHost({
    contents: () => ourWindow()?.webContents ?? null,
    now: () => performance.now(),
    onBug: log.fault,
    log: log.note,
    strict: !app.isPackaged,
  });
  const profile = readAppArguments(process.argv.slice(1));
  const options = { host: 'electron', profile, emit: ipc.emit, openUrl } as const;
  services = await createAppServices({
    ...options,
    ...signInOf(profile),
    confirm: nativeConfirm(dialog, ourWindow),
    savePlace: nativeSavePlace(dialog, ourWindow),
  });
  ipc.serve(services.handlers);
  window = createWindow();
  // A sign-in window does not outlive it.
  window.once('closed', () => app.quit());
  recoverRenderer(window.webContents, {
    log,
    show: (title, text) => dialog.showErrorBox(title, text),
    quit: () => app.quit(),
  });
  await window.loadURL(APP_START);
}

/** Where sign-in pages are shown: a window of ours, or the system's browser. */
function signInOf(profile: ProfileChoice) {
  const ports = createNodePorts(profile);
  const isolated = createElectronWay({
    sessions: signInSessions,
    fromPartition: (partition) => session.fromPartition(partition),
    createWindow: createSignInWindow,
  });
  const ways = [isolated, createSystemWay({ clock: ports.clock, openUrl })];
  return createSignInPorts({ ports, ways, mayUseKeychain: profile.home === null });
}

/** Without its page or its services there is nothing to show but why. */
function giveUp(error: unknown): void {
  const reference = log.fault(error);
  dialog.showErrorBox(
    'Unblank could not start',
    `A part of it is missing or broken (reference ${reference}). Install it again; if that does not help, please report it with the reference.`,
  );
  app.exit(1);
}
