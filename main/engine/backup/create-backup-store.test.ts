import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownFolderError } from '../testing/fake-own-folder.ts';
import { backupRig, CODE, DESKTOP, TREE } from './testing/backup-rig.ts';

async function keptRig() {
  const rig = backupRig();
  const files = [await rig.changes.inspect(CODE), await rig.changes.inspect(DESKTOP)];
  const { id } = await rig.store.keep(files, 'before-fix');
  return { ...rig, id, files };
}

describe('the backup store', () => {
  test('gives back the exact bytes of every file', async () => {
    const { store, id } = await keptRig();
    for (const path of [CODE, DESKTOP])
      expect(new TextDecoder().decode(await store.open(id, path))).toBe(TREE[path]);
  });

  test('G12: whatever byte of whatever file changes, it is noticed and named', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (file, byte, by) => {
          const { store, folder, id } = await keptRig();
          const names = [...folder.files.keys()].filter((one) => /sets|objects/.test(one));
          const name = names[file % names.length] ?? '';
          const bytes = folder.files.get(name);
          if (bytes === undefined) throw new Error(`There is no ${name}.`);
          const at = byte % bytes.length;
          bytes[at] = (bytes[at] ?? 0) ^ by;
          const opened = await Promise.allSettled([store.open(id, CODE), store.open(id, DESKTOP)]);
          const failed = opened.filter((one) => one.status === 'rejected');
          expect(failed.length).toBeGreaterThan(0);
          for (const { reason } of failed) expect(reason).toMatchObject({ code: 'damaged-backup' });
          for (const one of opened)
            if (one.status === 'fulfilled')
              expect(Object.values(TREE)).toContain(new TextDecoder().decode(one.value));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('G12: a copy that is cut short or gone is noticed', async () => {
    const { store, folder, id, files } = await keptRig();
    const name = `backups/objects/${files[0]?.hash ?? ''}`;
    folder.files.set(name, new Uint8Array([1]));
    await expect(store.open(id, CODE)).rejects.toMatchObject({ code: 'damaged-backup' });
    folder.files.delete(name);
    await expect(store.open(id, CODE)).rejects.toMatchObject({ code: 'damaged-backup' });
  });

  test('G12: where any call of the disk fails, nothing is called kept', async () => {
    const { folder } = await keptRig();
    for (let fail = 1; fail <= folder.calls.length; fail += 1) {
      const rig = backupRig();
      rig.folder.before = (call) => {
        if (call === fail) throw ownFolderError();
      };
      const files = [await rig.changes.inspect(CODE), await rig.changes.inspect(DESKTOP)];
      await expect(rig.store.keep(files, 'asked')).rejects.toMatchObject({ code: 'own-folder' });
    }
  });

  test('G12: a disk that writes something else is noticed before anybody goes on', async () => {
    const rig = backupRig();
    const write = rig.folder.write.bind(rig.folder);
    rig.folder.write = (name, bytes) =>
      write(name, name.includes('objects') ? bytes.slice(0, -1) : bytes);
    const files = [await rig.changes.inspect(CODE)];
    await expect(rig.store.keep(files, 'asked')).rejects.toMatchObject({ code: 'damaged-backup' });
  });

  test('a damaged copy of the same content is written again', async () => {
    const { store, folder, files, id } = await keptRig();
    folder.files.set(`backups/objects/${files[0]?.hash ?? ''}`, new Uint8Array());
    await store.keep(files, 'asked');
    expect(await store.open(id, CODE)).toEqual(files[0]?.bytes);
  });

  test('the same content lies there once', async () => {
    const { store, folder, files } = await keptRig();
    const before = folder.files.size;
    await store.keep(files, 'asked');
    expect(folder.files.size).toBe(before + 1);
  });

  test('G13: the folder says that it holds secrets', async () => {
    const { folder } = await keptRig();
    expect(folder.text('backups/README.txt')).toContain('They hold secrets.');
  });

  test('L5: what a newer Unblank wrote is neither opened nor called broken', async () => {
    const { store, folder, repair, id } = await keptRig();
    const set = JSON.stringify({ version: 2, more: true });
    const checksum = await repair.digest(new TextEncoder().encode(set));
    const text = `{"checksum":"${checksum}","set":${set}}`;
    folder.files.set(`backups/sets/${id}.json`, new TextEncoder().encode(text));
    expect((await store.list())[0]?.read.kind).toBe('newer');
    await expect(store.open(id, CODE)).rejects.toMatchObject({ code: 'damaged-backup' });
  });

  test.each(['', 'x', '../sets/x', '20261124T000000000Z-00000000'])(
    'an id that is none, “%s”, is unknown',
    async (id) => {
      const { store } = await keptRig();
      await expect(store.read(id)).rejects.toMatchObject({ code: 'unknown-backup' });
    },
  );

  test('a file that cannot be read cannot be kept', async () => {
    const { store, changes } = await keptRig();
    const file = { ...(await changes.inspect(CODE)), bytes: null, hash: null };
    await expect(store.keep([file], 'asked')).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});
