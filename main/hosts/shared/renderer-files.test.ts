import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRendererFiles } from './renderer-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'renderer-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the built files are served under their names, and nothing of another kind', async () => {
  for (const name of ['index.html', 'index.js', 'index.css', 'index.js.map', 'notes.txt', '.env'])
    await writeFile(path.join(folder, name), name);
  const files = await readRendererFiles(folder);
  expect([...files.keys()].toSorted()).toEqual(['index.css', 'index.html', 'index.js']);
  expect(new TextDecoder().decode(files.get('index.css')?.bytes)).toBe('index.css');
});

test('a missing folder is an error and not an empty window', async () => {
  await expect(readRendererFiles(path.join(folder, 'nothing'))).rejects.toThrow('ENOENT');
});
