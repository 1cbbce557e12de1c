import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Registry } from './registries.ts';
import { renderRegistry, selectFiles } from './render-registry.ts';

const modes: Registry = {
  folder: 'main/engine/modes',
  pattern: /^f\d+-[a-z0-9-]+\.ts$/,
  example: 'f23-names-as.ts',
  holds: 'failure modes',
  exportName: 'mode',
  list: 'MODES',
  entryType: { name: 'Mode', from: '../model/mode.ts' },
  shape: 'list',
};
const good = (name: string) => ({ name, text: 'export const mode = defineTargetMode({});\n' });

describe('choosing the files of a registry', () => {
  test('the code number orders them, not the alphabet', () => {
    const names = ['f110-c.ts', 'f20-b.ts', 'f4-a.ts'];
    expect(selectFiles(modes, names.map(good)).files).toEqual(['f4-a.ts', 'f20-b.ts', 'f110-c.ts']);
  });

  test('the order of the folder does not matter', () => {
    const names = ['f04-a.ts', 'f05-a.ts', 'f05-b.ts', 'f20-a.ts', 'f113-a.ts'];
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
        expect(selectFiles(modes, shuffled.map(good)).files).toEqual(names);
      }),
    );
  });

  test('tests, generated files and other kinds of file are passed over', () => {
    const names = ['f20-b.test.ts', 'index.generated.ts', 'notes.md'];
    expect(selectFiles(modes, names.map(good))).toEqual({ files: [], problems: [] });
  });

  test('a helper beside the modes that exports no mode is passed over', () => {
    const helper = { name: 'words.ts', text: 'export const words = 1;\n' };
    expect(selectFiles(modes, [helper])).toEqual({ files: [], problems: [] });
  });

  test('a mode file without its export is left out and named', () => {
    const result = selectFiles(modes, [{ name: 'f20-b.ts', text: 'const mode = 1;\n' }]);
    expect(result.files).toEqual([]);
    expect(result.problems).toEqual([
      'main/engine/modes/f20-b.ts has no `export const mode`. Add it, or move the file into a folder below.',
    ]);
  });

  test('a mode under a name that no list would pick up is named', () => {
    const result = selectFiles(modes, [good('F20_b.ts')]);
    expect(result.files).toEqual([]);
    expect(result.problems).toEqual([
      'main/engine/modes/F20_b.ts is not listed because of its name. Name it like f23-names-as.ts.',
    ]);
  });
});

describe('writing a registry', () => {
  test('a list imports every file and holds its export under the entry type', () => {
    expect(renderRegistry(modes, ['f4-config-broken.ts'])).toBe(
      [
        '/** The failure modes. Written by `npm run generate`: do not edit. */',
        "import type { Mode } from '../model/mode.ts';",
        "import { mode as f4ConfigBroken } from './f4-config-broken.ts';",
        '',
        'export const MODES: readonly Mode[] = [f4ConfigBroken];',
        '',
      ].join('\n'),
    );
  });

  test('a file name that starts with a digit still gives a legal name', () => {
    expect(renderRegistry({ ...modes, entryType: null }, ['11814-challenge.ts'])).toContain(
      'import { mode as _11814Challenge } from',
    );
  });

  test('a list of loaders loads a file only when asked', () => {
    const lazy = { ...modes, list: 'COMMANDS', shape: 'loaders' } as const;
    expect(renderRegistry(lazy, ['check.ts'])).toContain(
      "{ name: 'check', load: () => import('./check.ts') },",
    );
  });

  test('an object of names has a screen under the name of its file', () => {
    const screens: Registry = {
      ...modes,
      pattern: /-screen\.tsx$/,
      exportName: null,
      list: 'SCREENS',
      entryType: null,
      shape: 'names',
    };
    const text = 'export function FirstStartScreen() {}\n';
    const helper = { name: 'index.ts', text: 'export type Route = 1;\n' };
    const { files, problems } = selectFiles(screens, [
      { name: 'first-start-screen.tsx', text },
      helper,
    ]);
    expect(problems).toEqual([]);
    expect(renderRegistry(screens, files)).toContain(
      "import { FirstStartScreen } from './first-start-screen.tsx';\n\nexport const SCREENS = {\nfirstStart: FirstStartScreen,\n}",
    );
  });
});
