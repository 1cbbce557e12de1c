import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Machine } from '../../ports.ts';
import type { RepairPorts } from '../../repair-ports.ts';
import { createFakeChangeLock } from '../../testing/fake-change-lock.ts';
import { createFakeChanges } from '../../testing/fake-changes.ts';
import { createFakeFiles } from '../../testing/fake-files.ts';
import { createFakeMachine } from '../../testing/fake-machine.ts';
import { createFakeOwnFolder } from '../../testing/fake-own-folder.ts';
import { createBackupStore } from '../create-backup-store.ts';
import { createBackups } from '../create-backups.ts';

export const HOME = '/home/ada';
export const CODE = `${HOME}/.claude.json`;
export const DESKTOP = `${HOME}/.config/Claude/claude_desktop_config.json`;
export const TREE: Readonly<Record<string, string>> = {
  [CODE]: '{"mcpServers":{"acme":{"url":"https://acme.example/mcp"}}}\n',
  [DESKTOP]: '{"mcpServers":{}}\n',
  [`${HOME}/.claude/settings.json`]: '{}',
};

/** Backups over a home in memory; `at` is the time. */
export function backupRig(tree: Readonly<Record<string, string>> = TREE) {
  let processes: Awaited<ReturnType<Machine['processes']>> = null;
  let [ids, at] = [0, Date.UTC(2026, 10, 24)];
  const changes = createFakeChanges(tree);
  const folder = createFakeOwnFolder();
  const repair: RepairPorts = {
    changes,
    folder,
    lock: createFakeChangeLock(),
    digest: async (bytes) => bytesToHex(sha256(bytes)),
    newId: () => (ids += 1).toString(16).padStart(32, '0').split('').toReversed().join(''),
  };
  const clock = {
    now: () => (at += 1),
    monotonic: () => at,
    after: () => () => undefined,
  };
  const place = {
    ...{ os: 'linux' as const, home: HOME, copied: true, project: null },
    join: (...parts: string[]) => parts.join('/'),
    env: () => undefined,
  };
  const store = createBackupStore({ ...repair, now: clock.now, version: '1.2.3' });
  const machine = { ...createFakeMachine(), processes: async () => processes };
  const ports = { files: createFakeFiles(tree), machine, place, clock };
  return {
    ...{ changes, folder, repair, store },
    backups: createBackups({ repair, ports, store }),
    run: (program: string) => {
      processes = [{ pid: 7, parent: null, program, args: [program], hasWindow: true }];
    },
    pass: (ms: number) => void (at += ms),
  };
}

export const CALL = { signal: new AbortController().signal, onProgress: () => undefined };
export const YES = async () => true;
