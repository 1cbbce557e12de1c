import { describe, expect, test } from 'vitest';
import { ownFolderError } from '../testing/fake-own-folder.ts';
import { foldJournal } from '../repair/journal/fold.ts';
import { createJournalFile } from '../repair/journal/journal-file.ts';
import { backupRig, CALL, CODE, DESKTOP, HOME, TREE, YES } from './testing/backup-rig.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Backed up, then both files changed and one removed. */
async function changedRig() {
  const rig = backupRig();
  const { id } = await rig.backups.create(CALL);
  rig.changes.put(CODE, '{"mcpServers":{}}', 0o644);
  rig.changes.files.delete(DESKTOP);
  const now = () => Object.fromEntries([...rig.changes.files].map(([path, one]) => [path, one]));
  return { ...rig, id, now };
}

async function journalOf({ repair }: ReturnType<typeof backupRig>) {
  return foldJournal((await createJournalFile(repair).read()).events);
}

describe('backups', () => {
  test('hold everything that can be changed, and say how it lies on the disk now', async () => {
    const { backups } = await changedRig();
    const [backup] = await backups.list();
    const states = backup?.files.map(({ file, now }) => [file, now]);
    expect(states).toEqual(
      expect.arrayContaining([
        [CODE, 'differs'],
        [DESKTOP, 'gone'],
        [`${HOME}/.claude/settings.json`, 'same'],
      ]),
    );
    expect(backup).toMatchObject({ why: 'asked', version: '1.2.3', damaged: [] });
  });

  test('name what is damaged and still list the others', async () => {
    const { backups, folder, id } = await changedRig();
    const other = await backups.create(CALL);
    folder.files.set(`backups/sets/${id}.json`, new TextEncoder().encode('{}'));
    const listed = await backups.list();
    expect(listed.map((one) => [one.id, one.damaged.length])).toEqual([
      [other.id, 0],
      [id, 1],
    ]);
  });

  test('G15: are put back byte by byte, with their permissions', async () => {
    const { backups, changes, id } = await changedRig();
    const preview = await backups.previewRestore(id, null);
    const changed = preview.steps.flatMap((one) =>
      one.kind === 'change' ? [one.change.what] : [],
    );
    expect(changed.toSorted()).toEqual(['changed', 'created']);
    const applied = await backups.apply(preview.ticket, YES, CALL);
    expect(applied.kind).toBe('done');
    for (const [path, text] of Object.entries(TREE)) {
      expect(changes.text(path)).toBe(text);
      expect(changes.files.get(path)?.mode).toBe(0o600);
    }
  });

  test('G18: a restore is a change of the journal, with a backup of what was there', async () => {
    const rig = await changedRig();
    const preview = await rig.backups.previewRestore(rig.id, [CODE]);
    await rig.backups.apply(preview.ticket, YES, CALL);
    const [change] = await journalOf(rig);
    expect(change).toMatchObject({ end: 'written', begun: { work: 'restore', undoable: true } });
    const before = await rig.store.open(change?.begun.backup ?? '', CODE);
    expect(new TextDecoder().decode(before)).toBe('{"mcpServers":{}}');
    expect(rig.changes.text(DESKTOP)).toBeNull();
  });

  test('G15: whichever call fails, all files are restored or none', async () => {
    const probe = await changedRig();
    const first = await probe.backups.previewRestore(probe.id, null);
    const from = probe.changes.calls.length;
    await probe.backups.apply(first.ticket, YES, CALL);
    const steps = probe.changes.calls.length - from;
    for (let fail = 1; fail <= steps; fail += 1) {
      const rig = await changedRig();
      const before = rig.now();
      const preview = await rig.backups.previewRestore(rig.id, null);
      const at = rig.changes.calls.length + fail;
      rig.changes.before = (call, step) =>
        call === at && step !== 'inspect'
          ? { kind: 'refused', reason: 'full', code: 'ENOSPC' }
          : null;
      const applied = await rig.backups.apply(preview.ticket, YES, CALL);
      const text = (path: string) => rig.changes.text(path);
      if (applied.kind === 'done') expect(text(DESKTOP)).toBe(TREE[DESKTOP]);
      else {
        const now = rig.now();
        for (const [path, one] of Object.entries(before))
          expect([now[path]?.bytes, now[path]?.mode]).toEqual([one.bytes, one.mode]);
        expect(Object.keys(now)).toEqual(Object.keys(before));
        expect((await journalOf(rig))[0]?.end ?? 'failed').toBe('failed');
      }
    }
    expect(steps).toBeGreaterThan(3);
  });

  test('G12: where our own folder fails before the first write, nothing is changed', async () => {
    const probe = await changedRig();
    const shown = await probe.backups.previewRestore(probe.id, null);
    const from = probe.folder.calls.length;
    await probe.backups.apply(shown.ticket, YES, CALL);
    const calls = probe.folder.calls.slice(from);
    const begun = calls.findIndex((one) => one.startsWith('append')) + 1;
    expect(begun).toBeGreaterThan(3);
    for (let fail = 1; fail <= begun; fail += 1) {
      const rig = await changedRig();
      const preview = await rig.backups.previewRestore(rig.id, null);
      const [at, before] = [rig.folder.calls.length + fail, rig.now()];
      rig.folder.before = (call) => {
        if (call === at) throw ownFolderError();
      };
      const applied = rig.backups.apply(preview.ticket, YES, CALL);
      await expect(applied).rejects.toMatchObject({ code: 'own-folder' });
      expect(rig.now()).toEqual(before);
    }
  });

  test('G5: a file that changed since the preview is not touched', async () => {
    const { backups, changes, id } = await changedRig();
    const preview = await backups.previewRestore(id, null);
    changes.put(CODE, 'theirs');
    const applied = await backups.apply(preview.ticket, YES, CALL);
    expect(applied).toMatchObject({ kind: 'refused' });
    expect(changes.text(CODE)).toBe('theirs');
    expect(changes.text(DESKTOP)).toBeNull();
  });

  test('G5: a writer in between is noticed, and the other files go back', async () => {
    const { backups, changes, id } = await changedRig();
    const preview = await backups.previewRestore(id, null);
    changes.inBetween = (path) => {
      if (path === CODE) changes.put(CODE, 'theirs');
    };
    const applied = await backups.apply(preview.ticket, YES, CALL);
    expect(applied.kind).toBe('refused');
    expect(changes.text(CODE)).toBe('theirs');
    expect(changes.text(DESKTOP)).toBeNull();
  });

  test('G1: nothing is written without a yes, and a ticket is good once', async () => {
    const { backups, changes, id, now } = await changedRig();
    const [preview, before] = [await backups.previewRestore(id, null), now()];
    const no = async () => false;
    expect(await backups.apply(preview.ticket, no, CALL)).toMatchObject({ kind: 'not-done' });
    await expect(backups.apply(preview.ticket, YES, CALL)).rejects.toMatchObject({
      code: 'stale-ticket',
    });
    expect(now()).toEqual(before);
    expect(changes.calls.some((one) => one.startsWith('write'))).toBe(false);
  });

  test('G17: while another process of ours changes files, nothing is written', async () => {
    const rig = await changedRig();
    const preview = await rig.backups.previewRestore(rig.id, null);
    await rig.repair.lock.hold(0);
    expect((await rig.backups.apply(preview.ticket, YES, CALL)).kind).toBe('refused');
    await expect(rig.backups.create(CALL)).rejects.toMatchObject({ code: 'repair-running' });
  });

  test('a file that cannot be written blocks the restore before it is tried', async () => {
    const { backups, changes, id } = await changedRig();
    changes.obstacles.set(CODE, { obstacle: 'read-only', reason: 'it is read-only' });
    const preview = await backups.previewRestore(id, [CODE]);
    expect(preview.blocked[0]?.why).toContain(CODE);
    expect((await backups.apply(preview.ticket, YES, CALL)).kind).toBe('refused');
  });

  test('G10: while the app that rewrites a file runs, that file is not put back', async () => {
    const { backups, changes, id, run, now } = await changedRig();
    const preview = await backups.previewRestore(id, [DESKTOP]);
    expect(preview.blocked).toEqual([]);
    run('/usr/bin/claude-desktop');
    const again = await backups.previewRestore(id, [DESKTOP]);
    expect(again.steps[0]).toMatchObject({ kind: 'wait-for-quit', running: true });
    expect(again.blocked[0]?.why).toContain('would write over');
    const before = now();
    expect((await backups.apply(preview.ticket, YES, CALL)).kind).toBe('refused');
    expect(now()).toEqual(before);
    expect(changes.text(DESKTOP)).toBeNull();
  });

  test('a file that the backup does not have is no file of it', async () => {
    const { backups, id } = await changedRig();
    const asked = backups.previewRestore(id, ['/etc/passwd']);
    await expect(asked).rejects.toMatchObject({ code: 'unknown-backup' });
  });

  test('A13: no value of a file is in a preview', async () => {
    const { backups, changes, id } = await changedRig();
    changes.put(CODE, '{"mcpServers":{"a":{"headers":{"Authorization":"Bearer s3cretvalue99"}}}}');
    const preview = await backups.previewRestore(id, null);
    expect(JSON.stringify(preview)).not.toContain('s3cretvalue99');
  });
});

describe('retention', () => {
  async function manySets(count: number) {
    const rig = backupRig();
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      rig.changes.put(CODE, `{"at":${at}}`);
      const file = await rig.changes.inspect(CODE);
      ids.push((await rig.store.keep([file], 'before-fix')).id);
    }
    return { ...rig, ids };
  }

  test('G13: drops what is old and not among the newest twenty, with its copies', async () => {
    const { backups, folder, ids, pass } = await manySets(25);
    expect(await backups.prune()).toEqual([]);
    pass(91 * DAY);
    expect([...(await backups.prune())].sort()).toEqual(ids.slice(0, 5));
    const objects = [...folder.files.keys()].filter((one) => one.includes('/objects/'));
    expect(objects).toHaveLength(20);
  });

  test('G13: never drops the last one that is whole', async () => {
    const { backups, folder, ids, pass, store } = await manySets(25);
    pass(91 * DAY);
    for (const id of ids.slice(1))
      for (const { hash } of (await store.read(id)).files)
        folder.files.set(`backups/objects/${hash}`, new Uint8Array([0]));
    expect(await backups.prune()).not.toContain(ids[0]);
    expect(new TextDecoder().decode(await store.open(ids[0] ?? '', CODE))).toBe('{"at":0}');
  });

  test('G13: never drops what the journal needs to take a change back', async () => {
    const rig = await changedRig();
    const preview = await rig.backups.previewRestore(rig.id, [CODE]);
    await rig.backups.apply(preview.ticket, YES, CALL);
    const needed = (await journalOf(rig))[0]?.begun.backup ?? '';
    for (let at = 0; at < 25; at += 1)
      await rig.store.keep([await rig.changes.inspect(CODE)], 'asked');
    rig.pass(91 * DAY);
    expect(await rig.backups.prune()).not.toContain(needed);
    expect(new TextDecoder().decode(await rig.store.open(needed, CODE))).toContain('{}');
  });

  test('G13: where one set cannot be read, no copy goes', async () => {
    const { backups, folder, ids, pass } = await manySets(25);
    folder.files.set(`backups/sets/${ids[24] ?? ''}.json`, new Uint8Array([0]));
    pass(91 * DAY);
    await backups.prune();
    const objects = [...folder.files.keys()].filter((one) => one.includes('/objects/'));
    expect(objects).toHaveLength(25);
  });

  test('G13: whichever call of the disk fails, every set that is left is whole', async () => {
    const probe = await manySets(23);
    probe.pass(91 * DAY);
    const from = probe.folder.calls.length;
    await probe.backups.prune();
    const calls = probe.folder.calls.length - from;
    for (let fail = 1; fail <= calls; fail += 1) {
      const { backups, folder, store, pass } = await manySets(23);
      pass(91 * DAY);
      const at = folder.calls.length + fail;
      folder.before = (call) => {
        if (call === at) throw ownFolderError();
      };
      await backups.prune().catch(() => []);
      for (const { id } of await store.list())
        expect((await store.open(id, CODE)).length).toBeGreaterThan(0);
    }
  });
});
