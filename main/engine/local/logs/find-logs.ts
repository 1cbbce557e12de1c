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
/** Files of one folder whose age is looked at. */
const MOST_LOOKS = 500;

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
  const found = await Promise.all(
    distinct(folders.flat(), ports).map((one) => inFolder(one, ports)),
  );
  const all = found
    .flatMap(({ logs }) => logs)
    .toSorted((one, two) => two.modifiedAt - one.modifiedAt);
  const logs = distinctFiles(all).slice(0, MOST_LOGS);
  const left = all.length - logs.length;
  return {
    logs,
    notExamined: [
      ...found.flatMap(({ notExamined }) => notExamined),
      ...(left > 0 ? [leftOut('logs', left)] : []),
    ],
  };
}

interface Folder {
  readonly row: LogLocation;
  readonly folder: string;
}

/** Windows takes `Logs` and `logs` for one folder. */
function distinct(folders: readonly Folder[], { place }: LocalPorts): readonly Folder[] {
  const key = (path: string): string => (place.os === 'win32' ? path.toLowerCase() : path);
  return [...new Map(folders.map((one) => [key(one.folder), one])).values()];
}

function distinctFiles(logs: readonly FoundLog[]): readonly FoundLog[] {
  return [...new Map(logs.map((one) => [one.source.file, one])).values()];
}

async function inFolder({ row, folder }: Folder, ports: LocalPorts): Promise<FoundLogs> {
  const { files, place } = ports;
  const names = namedLogs(await files.list(folder).catch(() => []), row);
  const looked = row.datedNames
    ? names.toSorted((one, two) => (one.name < two.name ? 1 : -1)).slice(0, row.newest)
    : names.slice(0, MOST_LOOKS);
  const dated = await Promise.all(
    looked.map((named) => lookAt(named, { row, folder }, place.join(folder, named.name), files)),
  );
  const logs = dated
    .filter((one) => one !== null)
    .toSorted((one, two) => two.modifiedAt - one.modifiedAt)
    .slice(0, row.newest);
  const missing = dated.filter((one) => one === null).length;
  const left = names.length - missing - logs.length;
  return { logs, notExamined: left > 0 ? [leftOut(folder, left)] : [] };
}

async function lookAt(
  named: NamedLog,
  { row, folder }: Folder,
  file: string,
  files: Ports['files'],
): Promise<FoundLog | null> {
  const facts = await files.stat(file).catch(() => null);
  // SECURITY: G8: what is no plain file (a device, a pipe, a folder) is not opened.
  if (facts?.kind !== 'file') return null;
  const { size, modifiedAt } = facts;
  return { source: sourceOf(row, folder, file, named), size, modifiedAt };
}

function leftOut(what: string, count: number): NotExamined {
  const files = count === 1 ? 'One older file was' : `${count} older files were`;
  return { what, why: `${files} left out; the newest were read.` };
}
