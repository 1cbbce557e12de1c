import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeOwnFolder } from '../../engine/testing/fake-own-folder.ts';
import { createFakeChangeLock } from '../../engine/testing/fake-change-lock.ts';
import {
  CHANGE_LOCK_CONTRACT,
  OWN_FOLDER_CONTRACT,
} from '../../engine/testing/own-folder-contract.ts';
import { createChangeLock } from './create-change-lock.ts';
import { createOwnFolder } from './create-own-folder.ts';

let base = '';
beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'unblank-own-')));
});
afterEach(() => rm(base, { recursive: true }));

describe('an own folder keeps the contract', () => {
  test.each(OWN_FOLDER_CONTRACT)('on Node: $name', async ({ observe, expected }) => {
    const own = createOwnFolder({ path: join(base, 'state', 'repair'), within: null });
    expect(await observe(own)).toEqual(expected);
  });
  test.each(OWN_FOLDER_CONTRACT)('in memory: $name', async ({ observe, expected }) => {
    expect(await observe(createFakeOwnFolder())).toEqual(expected);
  });
});

describe('a change lock keeps the contract', () => {
  test.each(CHANGE_LOCK_CONTRACT)('on Node: $name', async ({ observe, expected }) => {
    expect(await observe(createChangeLock({ folder: join(base, 'locks'), within: null }))).toEqual(
      expected,
    );
  });
  test.each(CHANGE_LOCK_CONTRACT)('in memory: $name', async ({ observe, expected }) => {
    expect(await observe(createFakeChangeLock())).toEqual(expected);
  });
});
