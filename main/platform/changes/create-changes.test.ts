import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHANGES_CONTRACT } from '../../engine/testing/changes-contract.ts';
import { createFakeChanges } from '../../engine/testing/fake-changes.ts';
import { createChanges } from './create-changes.ts';

let home = '';
beforeAll(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'unblank-changes-')));
});
afterAll(() => rm(home, { recursive: true }));

describe('changes on Node keep the contract', () => {
  test.each(CHANGES_CONTRACT)('$name', async ({ observe, expected }) => {
    const changes = createChanges({ roots: [home] });
    expect(await observe({ changes, root: home })).toEqual(expected);
  });
});

describe('changes in memory keep the contract', () => {
  test.each(CHANGES_CONTRACT)('$name', async ({ observe, expected }) => {
    expect(await observe({ changes: createFakeChanges(), root: '/home/ada' })).toEqual(expected);
  });
});
