import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgeImport, layerOf, packageOf } from './judge-import.mjs';
import { DOORS, LAYERS } from './layers.mjs';

const root = path.resolve(import.meta.dirname, '..');

describe('which layer a file belongs to', () => {
  test.each([
    ['main/engine/modes/f23-names-as.ts', 'engine'],
    ['main/hosts/terminal/commands/check.ts', 'hosts/terminal'],
    ['renderer/app.css', 'renderer'],
    ['main/engine/modes/f23-names-as.test.ts', 'tests'],
    ['renderer/overview.test.tsx', 'tests'],
    ['main/engine/testing/fake-clock.ts', 'tests'],
    ['e2e/bench/bench.ts', 'tests'],
    ['build/eslint/plugin.mjs', 'build'],
    ['main/hosts/other.ts', undefined],
  ])('%s: %s', (file, name) => {
    expect(layerOf(file)?.name).toBe(name);
  });
});

describe('imports that are refused, with the way to go', () => {
  test.each([
    [
      'main/engine/run/run.ts',
      'node:fs/promises',
      'engine may not import node:fs/promises. Use ports.files (main/engine/ports.ts).',
    ],
    [
      'main/engine/run/run.ts',
      'node:https',
      'engine may not import node:https. Use ports.http (main/engine/ports.ts).',
    ],
    [
      'main/engine/run/run.ts',
      '../../platform/files/node-files.ts',
      'engine may not import platform. It may import: contract. What the engine needs from outside comes through a port (main/engine/ports.ts).',
    ],
    [
      'main/contract/report.ts',
      '../engine/ports.ts',
      'contract may not import engine. It may import: no other layer. The contract stands alone: what both sides need belongs in main/contract.',
    ],
    [
      'renderer/overview/overview.tsx',
      '../../main/engine/ports.ts',
      'renderer may not import engine. It may import: contract. A screen asks through the client of the contract (main/contract/client.ts).',
    ],
    [
      'main/hosts/electron/main.ts',
      '../terminal/text.ts',
      'hosts/electron may not import hosts/terminal. It may import: contract, engine, platform, hospital, package, hosts/shared. Hosts do not know each other: what two of them need goes to main/hosts/shared, what can be decided without a host to main/engine.',
    ],
    [
      'main/hosts/shared/services.ts',
      '../../engine/testing/fake-ports.ts',
      'hosts/shared may not import main/engine/testing/fake-ports.ts: it is there for tests.',
    ],
    [
      'main/engine/run/run.ts',
      'left-pad',
      "No layer lists the npm package left-pad. List it in build/layers.mjs, and in README's dependency table.",
    ],
    [
      'main/engine/run/run.ts',
      'commander',
      'engine may not import the npm package commander, which is listed for hosts/terminal. What the engine needs from outside comes through a port (main/engine/ports.ts).',
    ],
    ['main/platform/files.ts', 'fs', "Write node:fs, so that it is seen to be Node's."],
    [
      'main/elsewhere/x.ts',
      'zod',
      'No layer has main/elsewhere/x.ts. Move it, or give its folder a layer in build/layers.mjs.',
    ],
  ])('%s -> %s', (file, specifier, reason) => {
    expect(judgeImport(file, specifier, ['x'])).toBe(reason);
  });
});

describe('imports that are allowed', () => {
  test.each([
    ['main/engine/run/run.ts', '../../contract/report.ts'],
    ['main/engine/run/run.ts', '../ports.ts'],
    ['main/contract/report.ts', 'zod'],
    ['main/platform/http/session.ts', 'node:tls'],
    ['main/platform/version.ts', '../../package.json'],
    ['main/hosts/terminal/text.ts', 'picocolors'],
    ['renderer/main.tsx', 'react-dom/client'],
    ['renderer/main.tsx', './app.css'],
    ['main/engine/run/run.test.ts', '../../platform/http/http.ts'],
    ['main/engine/run/run.test.ts', 'commander'],
    ['e2e/bench/bench.ts', 'node:child_process'],
    ['build/build.ts', 'node:child_process'],
  ])('%s -> %s', (file, specifier) => {
    expect(judgeImport(file, specifier, ['x'])).toBeNull();
  });
});

describe('doors: modules that only a few files may import', () => {
  test('E1: a socket is opened in main/platform/http only', () => {
    expect(judgeImport('main/platform/files/files.ts', 'node:net', ['connect'])).toContain('E1:');
    expect(judgeImport('main/platform/http/pinned.ts', 'node:net', ['connect'])).toBeNull();
  });

  test('I1, I3: programs are started in the files of the table only', () => {
    const judge = (file: string) => judgeImport(file, 'node:child_process', ['spawn']);
    expect(judge('main/hosts/shared/services.ts')).toContain('I1, I3:');
    for (const file of ['linux-processes.ts', 'create-machine.ts', 'windows-machine.ts'])
      expect(judge(`main/platform/machine/${file}`)).toContain('I1, I3:');
    for (const file of ['main/platform/files.ts', 'main/engine/local/installs.ts'])
      expect(judge(file)).not.toBeNull();
    expect(judge('main/platform/machine/run-system-program.ts')).toBeNull();
    expect(judge('main/hosts/shared/open-app.ts')).toBeNull();
    expect(judge('main/hosts/shared/open-system-browser.ts')).toBeNull();
  });

  test('B2: ipcMain is imported in ipc-host.ts only, also as part of the whole module', () => {
    const judge = (file: string, names: string[]) => judgeImport(file, 'electron', names);
    expect(judge('main/hosts/electron/main.ts', ['app', 'ipcMain'])).toContain('B1, B2:');
    expect(judge('main/hosts/electron/main.ts', ['*'])).toContain('B1, B2:');
    expect(judge('main/hosts/electron/main.ts', ['app'])).toBeNull();
    expect(judge('main/hosts/electron/ipc-host.ts', ['ipcMain'])).toBeNull();
  });

  test('B2: ipcRenderer is imported in the preload only', () => {
    expect(judgeImport('preload/preload.ts', 'electron', ['ipcRenderer'])).toBeNull();
    expect(judgeImport('main/hosts/electron/main.ts', 'electron', ['ipcRenderer'])).toContain('B2');
  });
});

describe('the table itself', () => {
  test('every layer it names exists', () => {
    const names = ['*', ...LAYERS.map((layer) => layer.name)];
    for (const layer of LAYERS) expect(names).toEqual(expect.arrayContaining([...layer.layers]));
  });

  test('no two layers import each other, directly or around corners', () => {
    const reach = (name: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
      const layers = LAYERS.find((layer) => layer.name === name)?.layers ?? [];
      return layers.reduce(
        (all, one) => (all.has(one) ? all : reach(one, new Set([...all, one]))),
        seen,
      );
    };
    for (const { name } of LAYERS) expect(reach(name)).not.toContain(name);
  });

  test('every listed package is in package.json, so the table holds nothing that is gone', () => {
    const text = readFileSync(path.join(root, 'package.json'), 'utf8');
    const lists = JSON.parse(text) as Record<string, object | undefined>;
    const installed = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((list) =>
      Object.keys(lists[list] ?? {}),
    );
    const listed = LAYERS.flatMap((layer) => layer.packages).filter((name) => name !== '*');
    expect(listed.filter((name) => !installed.includes(name))).toEqual([]);
  });

  test('every door stands in a layer that lists its module', () => {
    for (const door of DOORS)
      for (const folder of door.folders)
        for (const module of door.modules) {
          const layer = layerOf(folder.endsWith('/') ? `${folder}x.ts` : folder);
          expect([...(layer?.builtins ?? []), ...(layer?.packages ?? [])]).toContain(module);
        }
  });

  test('a package is told from its subpaths', () => {
    expect(packageOf('react-dom/client')).toBe('react-dom');
    expect(packageOf('@testing-library/react/pure')).toBe('@testing-library/react');
  });
});
