import { appendFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  LOGS_CONTRACT,
  LOGS_CONTRACT_TREE,
  type LogsRig,
} from '../../engine/testing/logs-contract.ts';
import { createLogs } from './create-logs.ts';
import { createLogFolder } from './testing/log-folder.ts';
import { createPolledFileSystem } from './testing/polled-file-system.ts';

type Folder = Awaited<ReturnType<typeof createLogFolder>>;
let folder: Folder;
beforeAll(async () => {
  folder = await createLogFolder();
});
afterAll(() => folder.remove());

async function rig(roots: readonly string[] | null): Promise<LogsRig> {
  for (const [name, content] of Object.entries(LOGS_CONTRACT_TREE)) await folder.put(name, content);
  const { fs, looked } = createPolledFileSystem();
  const logs = createLogs({ roots, fs, pauseMs: 1 });
  const { root } = folder;
  let isFollowed = false;
  return {
    root,
    logs: {
      ...logs,
      follow(...all) {
        isFollowed = true;
        return logs.follow(...all).finally(() => (isFollowed = false));
      },
    },
    async write(path, line) {
      if (isFollowed) await looked();
      await appendFile(path, `${line}\n`);
    },
  };
}

describe.each([
  ['of the real machine', () => null],
  ['of a copied profile', () => [folder.root]],
])('the logs port on Node %s keeps the contract', (_, roots) => {
  test.each(LOGS_CONTRACT)('$name', async ({ observe, expected }) => {
    expect(await observe(await rig(roots()))).toEqual(expected);
  });
});
