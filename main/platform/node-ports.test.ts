import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { createNodePorts } from './node-ports.ts';
import { TOOL } from './tool.ts';

test('the tool is named with the version of its package', () => {
  expect(TOOL).toEqual({ name: packageFile.name, version: packageFile.version });
});

test('G8: ports for a copied profile read its home and project, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'unblank-ports-'));
  try {
    await writeFile(join(folder, '.claude.json'), '{}');
    await symlink(process.execPath, join(folder, 'link-out'));
    const { files, place } = createNodePorts({ home: folder, os: 'darwin', project: null });
    expect(place.os).toBe('darwin');
    const path = place.join(place.home, '.claude.json');
    expect(await files.read(path, 9)).toMatchObject({ kind: 'bytes' });
    expect(await files.read(place.join(place.home, 'link-out'), 9)).toMatchObject({
      kind: 'unreadable',
    });
    expect(await files.read(process.execPath, 9)).toMatchObject({ kind: 'unreadable' });
  } finally {
    await rm(folder, { recursive: true });
  }
});
