import type { NotExamined } from '../../model/evidence.ts';
import type { Ports } from '../../ports.ts';
import { findPaths } from '../find-paths.ts';
import { namedLogs, sourceOf, type NamedLog } from './log-file-names.ts';
import type { LogSource } from './log-reader.ts';
import { LOG_LOCATIONS, type LogLocation } from './locations.ts';

/** A log that is there. */
export interface FoundLog {
  readonly source: LogSource;
  readonly size: number;
  readonly modifiedAt: number;
}

export interface FoundLogs {
  /** The newest first. */
  readonly logs: readonly FoundLog[];
  /** What was left out because there is too much of it. */
  readonly notExamined: readonly NotExamined[];
}

type LocalPorts = Pick<Ports, 'files' | 'place'>;

/** Logs that are read at most; a machine with more has years of them. */
const MOST_LOGS = 400;
/** Files whose age is looked at, of those whose names do not say it. */
const MOST_LOOKS = 2000;

/**
 * Finds the logs of all known clients: of a folder the newest files, of all the newest again. One
 * folder is listed per row, nothing is walked and nothing opened.
 * @param ports files and place
 * @returns what is there, and what was left out with its number
 */
export async function findLogs(ports: LocalPorts): Promise<FoundLogs> {
  const rows = LOG_LOCATIONS.filter(({ systems }) => systems.includes(ports.place.os));
  const folders = await Promise.all(
    rows.map(async (row) => (await findPaths(row, ports)).map((folder) => ({ row, folder }))),
  );
  const listed = await Promise.all(distinct(folders.flat(), ports).map((one) => list(one, ports)));
  const candidates = listed.flat();
  const looked = await Promise.all(worthALook(candidates).map((one) => lookAt(one, ports)));
  const there = looked.filter((one) => one !== null);
  const logs = newestOfFolders(there).slice(0, MOST_LOGS);
  const missing = looked.length - there.length;
  return { logs, notExamined: leftOut(candidates.length - missing - logs.length) };
}

interface Folder {
  readonly row: LogLocation;
  readonly folder: string;
}

interface Candidate extends Folder {
  readonly named: NamedLog;
}

interface Looked extends FoundLog {
  readonly row: LogLocation;
  readonly folder: string;
}

/** Windows takes `Logs` and `logs` for one folder. */
function distinct(folders: readonly Folder[], { place }: LocalPorts): readonly Folder[] {
  const key = (path: string): string => (place.os === 'win32' ? path.toLowerCase() : path);
  return [...new Map(folders.map((one) => [key(one.folder), one])).values()];
}

async function list(folder: Folder, { files }: LocalPorts): Promise<readonly Candidate[]> {
  const names = await files.list(folder.folder).catch(() => []);
  return namedLogs(names, folder.row).map((named) => ({ ...folder, named }));
}

/** Where names begin with their time, only the newest of all are looked at: there can be 100,000. */
function worthALook(candidates: readonly Candidate[]): readonly Candidate[] {
  const dated = candidates
    .filter(({ row }) => row.datedNames)
    .toSorted((one, two) => (one.named.name < two.named.name ? 1 : -1));
  const others = candidates.filter(({ row }) => !row.datedNames).slice(0, MOST_LOOKS);
  return [...atMostPerFolder(dated).slice(0, MOST_LOGS), ...others];
}

function newestOfFolders(found: readonly Looked[]): readonly FoundLog[] {
  const newest = found.toSorted((one, two) => two.modifiedAt - one.modifiedAt);
  return atMostPerFolder(newest).map(({ source, size, modifiedAt }) => ({
    source,
    size,
    modifiedAt,
  }));
}

/** So many of each folder as its row says, in the given order. */
function atMostPerFolder<T extends Folder>(all: readonly T[]): readonly T[] {
  const counts = new Map<string, number>();
  return all.filter(({ row, folder }) => {
    const count = (counts.get(folder) ?? 0) + 1;
    counts.set(folder, count);
    return count <= row.newest;
  });
}

async function lookAt(
  { row, folder, named }: Candidate,
  { files, place }: LocalPorts,
): Promise<Looked | null> {
  const file = place.join(folder, named.name);
  const facts = await files.stat(file).catch(() => null);
  // SECURITY: G8: what is no plain file (a device, a pipe, a folder) is not opened.
  if (facts?.kind !== 'file') return null;
  const { size, modifiedAt } = facts;
  return { row, folder, source: sourceOf(row, folder, file, named), size, modifiedAt };
}

function leftOut(count: number): readonly NotExamined[] {
  if (count <= 0) return [];
  const files = count === 1 ? 'One older log was' : `${count} older logs were`;
  return [{ what: 'logs', why: `${files} left out; the newest were read.` }];
}
