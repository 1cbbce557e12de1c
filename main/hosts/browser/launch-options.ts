import type { BrowserType } from 'playwright-core';

export type LaunchOptions = NonNullable<Parameters<BrowserType['launchPersistentContext']>[1]>;

export interface WindowChoice {
  /** Absolute path of the browser. */
  readonly program: string;
  /** True only in tests: no window is shown. */
  readonly headless: boolean;
  /** False only where the browser cannot start inside its sandbox (root on Linux). */
  readonly sandbox: boolean;
}

/**
 * The window opens on this before our page can be served: nothing is asked of anyone for it, and a
 * window that was opened with `--app` has no tabs and no address bar.
 */
const FIRST_PAGE = 'data:text/html,<title>Unblank</title>';

const SWITCHES = [
  // SECURITY: A8, second lock. Whatever is not answered from memory goes to a proxy that is not
  // there, on this machine. (--host-resolver-rules would do as well but shows a warning bar.)
  '--proxy-server=http://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/** Switches that playwright adds for tests and that a product does without. */
const NOT_FOR_PEOPLE = [
  '--enable-automation',
  '--disable-popup-blocking',
  '--disable-hang-monitor',
  '--disable-ipc-flooding-protection',
  '--enable-unsafe-swiftshader',
  '--unsafely-disable-devtools-self-xss-warnings',
];

/**
 * How the browser is started: its own fresh profile, spoken to through a pipe (playwright's default
 * where no port is asked for; safety C7), looking as the system looks.
 * @param choice the program and what is special here
 */
export function launchOptions(choice: WindowChoice): LaunchOptions {
  const window = choice.headless ? [] : [`--app=${FIRST_PAGE}`, '--window-size=1200,800'];
  return {
    executablePath: choice.program,
    headless: choice.headless,
    // playwright switches the sandbox off unless it is asked not to.
    chromiumSandbox: choice.sandbox,
    args: [...SWITCHES, ...window],
    ignoreDefaultArgs: NOT_FOR_PEOPLE,
    // SECURITY: A7. Everything is denied but writing text to the clipboard, for the copy buttons.
    permissions: ['clipboard-write'],
    acceptDownloads: false,
    serviceWorkers: 'block',
    // The host closes by itself, services and temporary profile included.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 30_000,
    viewport: choice.headless ? { width: 1200, height: 800 } : null,
    // null: as the system has it. playwright would set a light scheme.
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
  };
}
