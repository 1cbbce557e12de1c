import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeProfile, removeLeftovers } from './throwaway-profile.ts';

/** No system gives out so high a process id. */
const NOBODY = 2 ** 30;
let parent: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'unblank-profiles-'));
});
afterEach(() => rm(parent, { recursive: true }));

async function leave(name: string, marker: string | null): Promise<string> {
  const folder = path.join(parent, name);
  await mkdir(folder);
  if (marker !== null) await writeFile(path.join(folder, 'unblank-owner.json'), marker);
  return folder;
}

test('a profile is there until it is removed, and removing twice is allowed', async () => {
  const profile = await makeProfile(parent);
  expect(await readdir(profile.folder)).toContain('Default');
  await profile.remove();
  await profile.remove();
  expect(await readdir(parent)).toEqual([]);
});

test('what a killed run left behind is removed at the next start', async () => {
  await leave('unblank-sign-in-dead', JSON.stringify({ pid: NOBODY }));
  expect([await removeLeftovers(parent), await readdir(parent)]).toEqual([1, []]);
});

test('a profile in use, a strange folder and a link in the place of one are left alone', async () => {
  const used = await makeProfile(parent);
  const dead = await leave('elsewhere', JSON.stringify({ pid: NOBODY }));
  await symlink(dead, path.join(parent, 'unblank-sign-in-link'));
  expect(await removeLeftovers(parent)).toBe(0);
  expect(await readdir(parent)).toEqual(
    ['elsewhere', path.basename(used.folder), 'unblank-sign-in-link'].toSorted(),
  );
});

test('a folder without a readable marker is removed once it is old', async () => {
  const fresh = await leave('unblank-sign-in-fresh', null);
  const old = await leave('unblank-sign-in-old', 'not JSON');
  await utimes(old, new Date(0), new Date(0));
  expect([await removeLeftovers(parent), await readdir(parent)]).toEqual([
    1,
    [path.basename(fresh)],
  ]);
});

test('a folder that is not there holds no leftovers', async () => {
  expect(await removeLeftovers(path.join(parent, 'none'))).toBe(0);
});
