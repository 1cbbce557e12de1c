import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findElectron } from './find-electron.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'unblank-electron-'));
});
afterEach(() => rm(root, { recursive: true }));

async function put(file: string, text = ''): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}
const installPackage = () => put('node_modules/electron/package.json', '{"name":"electron"}');

describe('findElectron', () => {
  test('finds nothing where the package is not installed', () => {
    expect(findElectron(root, {}, 'linux')).toBeNull();
  });

  test('tells a package without its program from one with it', async () => {
    await installPackage();
    expect(findElectron(root, {}, 'linux')?.program).toBeNull();
    await put('node_modules/electron/dist/electron');
    await put('node_modules/electron/path.txt', 'electron');
    expect(findElectron(root, {}, 'linux')?.program).toMatch(/dist[\\/]electron$/);
  });

  test('takes a download that broke off for a missing program', async () => {
    await installPackage();
    await put('node_modules/electron/dist/electron');
    expect(findElectron(root, {}, 'linux')?.program).toBeNull();
  });

  test('takes the name that the installer of the package wrote down', async () => {
    await installPackage();
    await put('node_modules/electron/path.txt', 'Electron.app/Contents/MacOS/Electron');
    await put('node_modules/electron/dist/Electron.app/Contents/MacOS/Electron');
    expect(findElectron(root, {}, 'linux')?.program).toMatch(/MacOS[\\/]Electron$/);
  });

  test('takes the folder that ELECTRON_OVERRIDE_DIST_PATH names', async () => {
    await put('other/electron.exe');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: path.join(root, 'other') };
    const found = findElectron(root, env, 'win32');
    expect(found?.program).toBe(path.join(root, 'other', 'electron.exe'));
  });
});
