import type { LogScan, LogScanOptions, ScannedLine } from '../../engine/ports.ts';
import type { OpenFacts, OpenFile } from '../file-system.ts';
import type { PlainFile } from '../open-plain-file.ts';
import { reasonOf } from '../unread.ts';
import { countLines } from './count-lines.ts';
import { createLineCutter } from './line-cutter.ts';
import { HISTORY } from './log-window.ts';
import type { FinderOf } from './finder-shelf.ts';
import type { NeedleFinder } from './needle-finder.ts';
import { readWindows, type Buffers, type WindowsEnd } from './read-windows.ts';
import { textFormOf, type TextForm } from './text-form.ts';

export interface ScanJob {
  readonly log: PlainFile;
  readonly options: LogScanOptions;
  readonly buffers: Buffers;
  readonly finderOf: FinderOf;
  readonly onLines: (lines: readonly ScannedLine[]) => void;
  readonly signal: AbortSignal;
}

/** A part of the file: lines that begin from `begin` on and before `end`. */
interface Part {
  readonly begin: number;
  readonly end: number;
}

const MIB = 1024 * 1024;
/** Handed over at once, before all that is older: what happened last is told first. */
export const FIRST = MIB / 4;
/** Then this; most that a user asks about is in it. */
export const NEWEST = 8 * MIB;
/**
 * Up to this size the lines above the newest part are counted before it is read, so that every line
 * has its number: 20 ms from memory. Above it, numbers begin to cost the user time.
 */
export const COUNTED = 64 * MIB;

/**
 * Scans an open log: up to 8 MiB in one go from its beginning; of a longer one the newest 256 KiB
 * first and in one call, then the newest 8 MiB, then what is older from its beginning. Reads as far
 * as the file was long when it was opened, however it grows.
 * @returns what was read; an error of the disk in the middle is a note. Throws for bugs only.
 */
export async function scanLog(job: ScanJob): Promise<LogScan> {
  const { facts } = job.log;
  const { size } = facts;
  try {
    const form = await formOf(job.log.file);
    const oldest = oldestOf(job.options.newestBytes, size, form);
    const end = await scanParts(job, form, partsOf(oldest, size, form));
    return scanned(facts, oldest > 0 || end !== 'all' ? 'newest' : 'whole', NOTES[end]);
  } catch (error) {
    return scanned(facts, 'newest', `It could not be read to its end: ${reasonOf(error)}.`);
  }
}

/** What is told of a log of which reading was stopped. */
export function stoppedScan(facts: OpenFacts): LogScan {
  return scanned(facts, 'newest', NOTES.stopped);
}

function scanned(facts: OpenFacts, read: 'whole' | 'newest', note: string | null): LogScan {
  const modifiedAt = Math.round(facts.mtimeMs);
  return { kind: 'scanned', size: facts.size, modifiedAt, read, note };
}

const NOTES: Readonly<Record<WindowsEnd, string | null>> = {
  all: null,
  enough: null,
  short: 'It became shorter while it was read.',
  stopped: 'Reading was stopped before its end.',
};

/** The form of a file by its mark. */
export async function formOf(file: OpenFile): Promise<TextForm> {
  const first = new Uint8Array(3);
  const { bytesRead } = await file.read(first, 0, 3, 0);
  return textFormOf(first.subarray(0, bytesRead));
}

function oldestOf(newestBytes: number | null, size: number, form: TextForm): number {
  return newestBytes === null ? 0 : onUnit(Math.max(0, size - newestBytes), form);
}

function onUnit(place: number, form: TextForm): number {
  return place - (place % form.width);
}

/** A log that is read in a moment is one part: its lines are numbered while they are looked at. */
function partsOf(oldest: number, size: number, form: TextForm): readonly Part[] {
  if (oldest === 0 && size <= NEWEST) return [{ begin: 0, end: Number.MAX_SAFE_INTEGER }];
  const begins = [FIRST, NEWEST].map((newest) => Math.max(oldest, onUnit(size - newest, form)));
  return [...new Set([...begins, oldest])].map((begin, at, all) => ({
    begin,
    end: all[at - 1] ?? Number.MAX_SAFE_INTEGER,
  }));
}

async function scanParts(
  job: ScanJob,
  form: TextForm,
  parts: readonly Part[],
): Promise<WindowsEnd> {
  const finder = job.finderOf(form, job.options.needles);
  let last: WindowsEnd = 'all';
  for (const part of parts) {
    const end = await scanPart(job, form, finder, part);
    if (end === 'stopped') return end;
    if (end === 'short') last = end;
  }
  return last;
}

async function scanPart(
  job: ScanJob,
  form: TextForm,
  finder: NeedleFinder,
  part: Part,
): Promise<WindowsEnd> {
  const { log, buffers, signal } = job;
  const { size } = log.facts;
  const from = Math.max(0, part.begin - HISTORY);
  const above = { file: log.file, from: 0, to: from, buffers, signal };
  const newlinesAbove = size > COUNTED && from > 0 ? null : await countLines(above, form);
  const { lineLength, heads = true } = job.options;
  const cutter = createLineCutter({ form, finder, lineLength, heads, ...part, newlinesAbove });
  return readWindows({ ...above, from, to: size }, (window) => {
    const { lines, keep, isDone } = cutter.cut(window);
    if (lines.length > 0) job.onLines(lines);
    return isDone ? null : keep;
  });
}
