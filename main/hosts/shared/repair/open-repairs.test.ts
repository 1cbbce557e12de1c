import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createNodePorts } from '../../../platform/node-ports.ts';
import { openRepairs } from './open-repairs.ts';

const CALL = { signal: new AbortController().signal, onProgress: () => undefined };
const YES = async () => true;
const SECRET = 'Bearer sk-ant-oat01-abcdefghij0123456789';
let home = '';
let code = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'unblank-home-'));
  code = join(home, '.claude.json');
  const server = { type: 'http', url: 'https://a.example/mcp', headers: { Authorization: SECRET } };
  await writeFile(code, JSON.stringify({ mcpServers: { a: server } }), { mode: 0o640 });
  await chmod(code, 0o640);
  await mkdir(join(home, '.config', 'Claude', 'logs'), { recursive: true });
  await writeFile(join(home, '.config', 'Claude', 'logs', 'mcp.log'), `header ${SECRET}\n`);
});
afterEach(() => rm(home, { recursive: true }));

function open() {
  return openRepairs({ ports: createNodePorts({ home, os: 'linux', project: null }) });
}

describe('repairs on a real disk', () => {
  test('G12, G15: a file is backed up, changed, put back byte by byte, and that is undone', async () => {
    const { backups, repairs } = await open();
    const before = await readFile(code);
    const { id } = await backups.create(CALL);
    await writeFile(code, '{"mcpServers":{}}');
    await chmod(code, 0o600);
    const preview = await backups.previewRestore(id, null);
    expect(preview.blocked).toEqual([]);
    expect((await backups.apply(preview.ticket, YES, CALL)).kind).toBe('done');
    expect(await readFile(code)).toEqual(before);
    const mode = process.platform === 'win32' ? null : 0o640;
    if (mode !== null) expect((await stat(code)).mode & 0o777).toBe(mode);
    const [entry] = await repairs.journal();
    expect(entry).toMatchObject({ kind: 'restore', state: 'applied', undoable: true });
    const undo = await repairs.previewUndo(entry?.id ?? '');
    expect((await repairs.apply(undo.ticket, YES, CALL)).kind).toBe('done');
    expect(await readFile(code, 'utf8')).toBe('{"mcpServers":{}}');
  });

  test.runIf(process.platform !== 'win32')('G13: what is kept is closed to others', async () => {
    const { backups } = await open();
    const { id } = await backups.create(CALL);
    const folder = join(home, '.local', 'state', 'unblank', 'repair', 'backups');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'sets', `${id}.json`))).mode & 0o777).toBe(0o600);
  });

  test('H10, H11: a bundle is shown, saved and clean', async () => {
    const { bundles } = await open();
    const preview = await bundles.preview(null, CALL);
    const path = join(home, 'bundle.zip');
    const { size } = await bundles.save(preview.ticket, path, CALL.signal);
    expect((await stat(path)).size).toBe(size);
    expect((await readFile(path)).includes('sk-ant')).toBe(false);
    let text = '';
    for (const { name } of preview.entries)
      for await (const piece of bundles.read(preview.ticket, name)) text += piece;
    expect(text).toContain('a.example');
    expect(text).not.toContain('sk-ant');
    expect(text).not.toContain(home);
  });

  test('nothing is written by opening it', async () => {
    await open();
    await expect(stat(join(home, '.local'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
