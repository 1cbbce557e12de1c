import { createHash, randomBytes } from 'node:crypto';
import type { RepairDesk } from '../../../engine/app/repair-desk.ts';
import { createBackupStore } from '../../../engine/backup/create-backup-store.ts';
import { createBackups } from '../../../engine/backup/create-backups.ts';
import { createBundles } from '../../../engine/bundle/create-bundles.ts';
import { basePath, type Base } from '../../../engine/local/bases.ts';
import type { Rules } from '../../../engine/model/rules.ts';
import type { ConnectTo, Ports } from '../../../engine/ports.ts';
import type { RepairPorts } from '../../../engine/repair-ports.ts';
import { createRepairs } from '../../../engine/repair/run/create-repairs.ts';
import { diagnoseInside } from '../../../engine/run/diagnose.ts';
import { createArchives } from '../../../platform/archive/create-archives.ts';
import { createLogTexts } from '../../../platform/archive/create-log-texts.ts';
import { createChangeLock } from '../../../platform/changes/create-change-lock.ts';
import { createChanges } from '../../../platform/changes/create-changes.ts';
import { createOwnFolder } from '../../../platform/changes/create-own-folder.ts';
import { repairFolders } from '../../../platform/changes/repair-folders.ts';
import { TOOL } from '../../../platform/tool.ts';
import { bundleSpool } from './bundle-spool.ts';
import { thisRuntime, thisUser } from './this-machine.ts';

/** How the checks before and after a repair reach servers: as the diagnosis did that found it. */
export interface RepairNetwork {
  readonly connectTo: readonly ConnectTo[];
  readonly ca: string | null;
}

export interface OpenRepairsOptions {
  /** Those of the host's diagnoses: which place is repaired is `ports.place`. */
  readonly ports: Ports;
  readonly network?: RepairNetwork;
}
export type OpenRepairs = (options: OpenRepairsOptions) => Promise<RepairDesk>;

/**
 * Puts repairs, backups and bundles on Node's ports; what all hosts have in common. Imported when
 * something is first repaired: nothing of it is part of a start. Opening it writes and reads nothing.
 */
export const openRepairs: OpenRepairs = async ({ ports, network }) => {
  const repair = repairPorts(ports);
  const now = () => ports.clock.now();
  const store = createBackupStore({ ...repair, now, version: TOOL.version });
  const repairs = createRepairs({
    ...{ ports, repair, backups: store, loadRules, diagnose: diagnoseInside, tool: TOOL },
    ...(network === undefined ? {} : { network }),
  });
  const { place } = ports;
  const bundles = createBundles({
    ...{ ports, tool: TOOL, runtime: thisRuntime(), user: thisUser(), spool: bundleSpool() },
    archives: createArchives(),
    logTexts: createLogTexts({ roots: place.copied ? rootsOf(ports) : null }),
    newHash,
    newId: repair.newId,
    journal: () => repairs.markdown(null),
  });
  return { repairs, backups: createBackups({ repair, ports, store }), bundles };
};

function repairPorts(ports: Ports): RepairPorts {
  const folders = repairFolders(ports.place);
  const managed = basePath('claude-code-managed', ports.place);
  return {
    changes: createChanges({
      roots: rootsOf(ports),
      managed: managed === null ? [] : [managed],
    }),
    folder: createOwnFolder({ path: folders.own, within: folders.within }),
    lock: createChangeLock({ folder: folders.locks, within: folders.within }),
    digest: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    newId: () => randomBytes(16).toString('hex'),
  };
}

/** Folders that the user or the user's environment names; outside of them nothing is changed (G8). */
const BASES: readonly Base[] = [
  'home',
  'project',
  'app-data',
  'local-app-data',
  'claude-code-state',
  'claude-code-folder',
  'mcp-remote',
  'codex',
];

function rootsOf({ place }: Ports): readonly string[] {
  const roots = BASES.map((base) => basePath(base, place)).filter((one) => one !== null);
  return [...new Set(roots)];
}

function newHash() {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array) => void hash.update(bytes), hex: () => hash.digest('hex') };
}

async function loadRules(): Promise<Rules> {
  const [{ RULES }, { FIXES }] = await Promise.all([
    import('../../../engine/run/rules.ts'),
    import('../../../engine/repair/fixes/index.generated.ts'),
  ]);
  return { ...RULES, fixes: FIXES };
}
