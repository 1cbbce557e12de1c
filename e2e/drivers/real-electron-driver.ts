import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import { appArguments } from './app-arguments.ts';
import { expect } from 'playwright/test';
import type { Asked, LaunchOptions } from './driver.ts';
import type { ElectronBuild, ElectronUnderTest } from './electron-driver.ts';

const OPENED = 'opened by the app: ';
const SHOWN = 'error box of the app: ';
const ASKED = 'asked by the app: ';

/**
 * Runs the built main bundle in Electron itself. Written to the documentation of Playwright 1.65
 * and Electron 45; where no binary is present it has not been run.
 * @param program Electron's executable
 */
export async function launchRealElectron(
  program: string,
  options: LaunchOptions,
  build: ElectronBuild,
): Promise<ElectronUnderTest> {
  const folder = await mkdtemp(path.join(tmpdir(), 'unblank-e2e-'));
  const env = { ...stringsOf(process.env), HOME: folder, XDG_CONFIG_HOME: path.join(folder, 'c') };
  // Chromium refuses its sandbox as root, in a container.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const userData = `--user-data-dir=${path.join(folder, 'data')}`;
  const args = [...asRoot, userData, build.main, ...appArguments(options)];
  const electron = await _electron.launch({ executablePath: program, args, env });
  const opened: string[] = [];
  const errorBoxes: string[] = [];
  const asked: Asked[] = [];
  let answered = 0;
  const ended = new Promise<number | null>((resolve) => electron.process().once('close', resolve));
  let log = '';
  electron.process().stderr?.on('data', (chunk) => (log += String(chunk)));
  electron.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(OPENED)) opened.push(text.slice(OPENED.length));
    if (text.startsWith(SHOWN)) errorBoxes.push(text.slice(SHOWN.length));
    if (text.startsWith(ASKED)) asked.push(JSON.parse(text.slice(ASKED.length)) as Asked);
  });
  await electron.evaluate(
    ({ dialog, shell }, [opening, showing, asking]) => {
      const waiting: ((value: number | string | null) => void)[] = [];
      const tell = (title: string, text: string) =>
        new Promise<number | string | null>((resolve) => {
          waiting.push(resolve);
          console.log(asking + JSON.stringify({ title, text }));
        });
      Object.assign(globalThis, { answerDialog: (value: never) => waiting.shift()?.(value) });
      Object.assign(dialog, {
        showMessageBox: async (_window: unknown, { message, detail }: Record<string, string>) => ({
          response: await tell(message ?? '', detail ?? ''),
          checkboxChecked: false,
        }),
        showSaveDialog: async (_window: unknown, { defaultPath }: Record<string, string>) => {
          const filePath = await tell('save', defaultPath ?? '');
          return { canceled: filePath === null, filePath: filePath ?? '' };
        },
      });
      shell.openExternal = async (url) => console.log(opening + url);
      dialog.showErrorBox = (_title, content) => console.log(showing + content);
    },
    [OPENED, SHOWN, ASKED] as const,
  );
  const page = await electron.firstWindow();
  await page.waitForURL('app://companion/');
  return {
    kind: 'electron',
    origin: 'app://companion',
    page,
    opened,
    errorBoxes,
    asked,
    answer: async (yes, path) => {
      await expect.poll(() => asked.length, { timeout: 15_000 }).toBeGreaterThan(answered);
      const one = asked[(answered += 1) - 1] as Asked;
      const value = one.title === 'save' ? (yes ? (path ?? null) : null) : yes ? 1 : 0;
      await electron.evaluate((_electron, given) => {
        const { answerDialog } = globalThis as unknown as {
          answerDialog: (value: number | string | null) => void;
        };
        answerDialog(given);
      }, value);
      return one;
    },
    ended,
    log: () => log,
    launchAgain: () => {
      const child = spawn(program, args, { env, stdio: 'ignore' });
      return new Promise((resolve) => child.once('close', resolve));
    },
    close: async () => {
      await electron.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
