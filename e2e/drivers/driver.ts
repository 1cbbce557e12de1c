import { test, type Page } from 'playwright/test';

/** The app, open, as a spec sees it: the same in every host. */
export interface AppUnderTest {
  readonly kind: 'browser' | 'electron-stand-in' | 'electron';
  readonly page: Page;
  /** Addresses that were handed to the system browser, in their order; none is really opened. */
  readonly opened: readonly string[];
  /** What the host asked outside of its window, in the order in which it asked. */
  readonly asked: readonly Asked[];
  /**
   * Answers the question of the host that waits, or the next one.
   * @param yes presses the answer that goes on; false the safe one
   * @param path where a save dialog saves; ignored by a host without one
   */
  answer(yes: boolean, path?: string): Promise<Asked>;
  /** Closes the window and waits until everything behind it is gone. */
  close(): Promise<void>;
}

/** A question of the host, as a person reads it. */
export interface Asked {
  readonly title: string;
  readonly text: string;
}

export interface LaunchOptions {
  /** Folder of a copied profile: nothing outside it and `project` is read. */
  readonly home: string;
  readonly os: 'darwin' | 'win32' | 'linux';
  readonly project?: string;
}

/**
 * Opens the built app in the host that the running Playwright project is named for.
 * @param options the profile to look at
 */
export async function launchApp(options: LaunchOptions): Promise<AppUnderTest> {
  if (test.info().project.name === 'electron') {
    const { launchElectron } = await import('./electron-driver.ts');
    return launchElectron(options);
  }
  const { launchBrowser } = await import('./browser-driver.ts');
  return launchBrowser(options);
}
