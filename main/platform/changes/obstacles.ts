import { basename, dirname, join } from 'node:path';
import type { System } from '../../contract/words.ts';
import type { Obstacle } from '../../engine/repair-ports.ts';
import { errorCode } from '../error-code.ts';
import { contains } from '../permitted.ts';
import { MAY, type ChangeFileSystem, type ChangeStats } from './change-file-system.ts';
import { unresolved, type FoundPlace, type Grounds, type Obstruction } from './find-place.ts';
import { SIZE_LIMIT } from './read-whole.ts';

/** What is true of the machine, besides where files may be changed. */
export interface Terrain extends Grounds {
  /** Files and folders of an administrator, which are only read (safety G16). */
  readonly managed: readonly string[];
  readonly system: System;
  /** Who runs us; null on Windows. */
  readonly uid: number | null;
}

/** A file that is there, with its facts; without them it is not there. */
export interface Candidate extends FoundPlace {
  readonly stats: ChangeStats | null;
}

type Rule = (candidate: Candidate, terrain: Terrain) => Obstruction | null;
const say = (obstacle: Obstacle, reason: string): Obstruction => ({ obstacle, reason });

/**
 * What can be told without opening it: to open a file that a cloud keeps would fetch it.
 * Windows tells small files to take no block, too: those lie in their directory entry.
 */
// SECURITY: G9
const BEFORE_READING: readonly Rule[] = [
  ({ real }, { managed }) =>
    managed.some((one) => contains(one, real))
      ? say('managed', 'it is managed by an administrator')
      : null,
  ({ stats }) =>
    stats !== null && !stats.isFile() ? say('not-a-file', 'it is not a regular file') : null,
  ({ stats }) =>
    stats !== null && stats.size > SIZE_LIMIT ? say('too-large', 'it is larger than 10 MB') : null,
  ({ stats }, { system }) => (stats !== null && isHollow(stats, system) ? IN_THE_CLOUD : null),
];

const IN_THE_CLOUD = say('cloud-placeholder', 'its bytes are in the cloud, not on this disk');
/** macOS and Windows: a file of such a size that takes no block has its bytes elsewhere. */
const HOLLOW_FROM: Readonly<Record<System, number>> = {
  darwin: 1,
  win32: 4096,
  linux: Number.POSITIVE_INFINITY,
};

function isHollow({ size, blocks }: ChangeStats, system: System): boolean {
  return blocks === 0 && size >= HOLLOW_FROM[system];
}

const AFTER_READING: readonly Rule[] = [
  ({ stats }) =>
    stats !== null && (stats.mode & 0o200) === 0
      ? say('read-only', 'it is marked as read-only')
      : null,
  // A file that is replaced belongs to who replaces it; only root can give it back.
  ({ stats }, { uid }) =>
    stats !== null && uid !== null && uid !== 0 && stats.uid !== uid
      ? say('no-permission', 'it belongs to another user of this machine')
      : null,
];

/** @returns what stands in the way even of reading it, or null */
export function obstacleBefore(candidate: Candidate, terrain: Terrain): Obstruction | null {
  return firstOf(BEFORE_READING, candidate, terrain);
}

/** @returns what stands in the way of changing a file that was read, or is not there yet; or null */
export async function obstacleAfter(
  candidate: Candidate,
  terrain: Terrain,
): Promise<Obstruction | null> {
  const { fs, system } = terrain;
  return (
    firstOf(AFTER_READING, candidate, terrain) ??
    (candidate.stats === null ? await keptInCloud(candidate, terrain) : null) ??
    (candidate.stats === null ? null : await mayWrite(fs, candidate.real, system, 'it')) ??
    (await mayWrite(fs, candidate.folder, system, 'its folder')) ??
    (await onNetwork(candidate, terrain))
  );
}

function firstOf(rules: readonly Rule[], candidate: Candidate, terrain: Terrain) {
  for (const rule of rules) {
    const found = rule(candidate, terrain);
    if (found !== null) return found;
  }
  return null;
}

/** iCloud Drive before macOS 14 puts `.name.icloud` in the place of a file. */
async function keptInCloud({ real }: Candidate, { fs, system }: Terrain) {
  if (system !== 'darwin') return null;
  const stand = join(dirname(real), `.${basename(real)}.icloud`);
  return fs.lstat(stand).then(
    () => IN_THE_CLOUD,
    () => null,
  );
}

/**
 * The kernel answers EPERM, and not EACCES, where a file must not be changed by anybody: `chattr +i` on
 * Linux, `chflags uchg` on macOS. Windows says so of what is marked as read-only.
 */
async function mayWrite(
  fs: ChangeFileSystem,
  path: string,
  system: System,
  what: string,
): Promise<Obstruction | null> {
  try {
    await fs.access(path, MAY.write);
    return null;
  } catch (error) {
    const immutable: Obstruction =
      system === 'win32'
        ? say('read-only', `${what} is marked as read-only`)
        : say('immutable', `${what} is marked as immutable`);
    const known: Readonly<Record<string, Obstruction>> = {
      EACCES: say('no-permission', `you may not write to ${what === 'it' ? 'it' : 'its folder'}`),
      EPERM: immutable,
      EROFS: say('read-only', `${what} lies on a drive that is read-only`),
    };
    return known[errorCode(error)] ?? unresolved(error);
  }
}

/** NFS, SMB, CIFS, SMB2, AFS, Ceph, Coda, NCP, as linux/magic.h numbers them. */
const NETWORK_DRIVES: readonly number[] = [
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x73757245, 0x564c,
];

/**
 * Locks and fsync promise less there (safety G9). Linux tells the kind of a drive, Windows resolves it
 * to `\\server\share`; macOS has no number for it, and FUSE does not say what is behind it.
 */
async function onNetwork({ real, folder }: Candidate, { fs, system }: Terrain) {
  const isNetwork =
    system === 'win32' ? real.startsWith('\\\\') : system === 'linux' && (await isFar(fs, folder));
  return isNetwork ? say('network-drive', 'it lies on a network drive') : null;
}

async function isFar(fs: ChangeFileSystem, folder: string): Promise<boolean> {
  // A drive that does not tell its kind is taken for a local one: then the write itself tells.
  const kind = await fs.kindOfDrive(folder).catch(() => 0);
  return NETWORK_DRIVES.includes(kind >>> 0);
}
