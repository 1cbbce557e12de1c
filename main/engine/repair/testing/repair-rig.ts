import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { createBackupStore } from '../../backup/create-backup-store.ts';
import type { Fix } from '../../model/fix.ts';
import { MODES } from '../../modes/index.generated.ts';
import type { Files, ProcessFacts } from '../../ports.ts';
import type { RepairPorts } from '../../repair-ports.ts';
import { diagnoseInside } from '../../run/diagnose.ts';
import { createFakeChangeLock } from '../../testing/fake-change-lock.ts';
import { createFakeChanges, type FakeChanges } from '../../testing/fake-changes.ts';
import { createFakeFiles } from '../../testing/fake-files.ts';
import { createFakeOwnFolder } from '../../testing/fake-own-folder.ts';
import { createFakePorts, type FakePortsOptions } from '../../testing/fake-ports.ts';
import type { Confirm, ConfirmQuestion, RepairCall, RepairPlace, Repairs } from '../repairs.ts';
import { createRepairs } from '../run/create-repairs.ts';
import type { RepairsOptions } from '../run/repairs-options.ts';

export const HOME = '/home/ada';
export const CODE = `${HOME}/.claude.json`;

/** An entry of Claude Code without its type (F112). The header is a secret that must stay in there. */
export const SECRET = 'tok-Zq81mXw0LrT5vB2n';
export const BROKEN = `{
  "mcpServers": {
    "acme": {
      "url": "https://mcp.acme.dev/mcp",
      "headers": { "X-Api-Key": "${SECRET}" }
    }
  },
  "theme": "dark"
}
`;
export const MENDED = BROKEN.replace(
  `{ "X-Api-Key": "${SECRET}" }`,
  `{ "X-Api-Key": "${SECRET}" },\n      "type": "http"`,
);

export const HERE: RepairPlace = { target: null, offline: true };

export interface RigOptions extends FakePortsOptions {
  readonly tree?: Readonly<Record<string, string>>;
  readonly fixes: readonly Fix[];
  readonly diagnose?: RepairsOptions['diagnose'];
}

/** Repairs over a home in memory: what is written is what the next diagnosis reads. */
export function repairRig(options: RigOptions) {
  const changes = createFakeChanges(options.tree ?? { [CODE]: BROKEN });
  const folder = createFakeOwnFolder();
  const lock = createFakeChangeLock();
  const random = ids();
  const repair: RepairPorts = {
    ...{ changes, folder, lock, newId: random },
    digest: async (bytes) => bytesToHex(sha256(bytes)),
  };
  const fakes = createFakePorts(options);
  const processes: ProcessFacts[] = [];
  const machine = { ...fakes.machine, processes: async () => processes };
  const ports = { ...fakes, machine, files: filesOver(changes) };
  const { clock } = ports;
  const store = createBackupStore({ ...repair, now: clock.now, version: '1.2.3' });
  const rules = { modes: MODES, clients: [], requirements: [], fixes: options.fixes };
  const given: RepairsOptions = {
    ...{ ports, repair, backups: store },
    loadRules: async () => rules,
    diagnose: options.diagnose ?? diagnoseInside,
    tool: { name: 'unblank', version: '1.2.3' },
  };
  const asked: ConfirmQuestion[] = [];
  const yes: Confirm = async (question) => {
    asked.push(question);
    return true;
  };
  return {
    ...{ changes, folder, lock, clock, store, processes, asked, yes, options: given },
    repairs: createRepairs(given),
    /** What a new start of the program has. */
    restart(): Repairs {
      lock.isHeld = false;
      return createRepairs(given);
    },
  };
}
export type RepairRig = ReturnType<typeof repairRig>;

export function call(signal: AbortSignal = new AbortController().signal): RepairCall {
  return { signal, onProgress: () => undefined };
}

/** The id of the one offer for a code, as a report of this machine names it. */
export async function offered({ options }: RepairRig, code: string): Promise<string> {
  const { diagnose, ports, loadRules, tool } = options;
  const request = { choice: { kind: 'everything' }, clients: null, offline: true } as const;
  const { report } = await diagnose(
    { ...request, connectTo: [], ca: null, register: false },
    { ...(await loadRules()), ports, tool, ...call() },
  );
  const all = [...report.targets.flatMap((one) => one.findings), ...report.machine.findings];
  const ids = all.filter((one) => one.code === code).flatMap((one) => one.fixes);
  if (ids.length !== 1) throw new Error(`${code} has ${ids.length} offers.`);
  return ids[0]!.id;
}

/** Files as they lie in the fake of Changes. */
function filesOver(changes: FakeChanges): Files {
  const now = (): Files =>
    createFakeFiles(
      Object.fromEntries([...changes.files].map(([path, { bytes }]) => [path, bytes])),
    );
  return {
    read: (path, limit) => now().read(path, limit),
    list: (path) => now().list(path),
    stat: (path) => now().stat(path),
  };
}

function ids(): () => string {
  let count = 0;
  return () => (count += 1).toString(16).padStart(32, '0').split('').toReversed().join('');
}
