import type { ScannedLine } from '../../engine/ports.ts';
import type { FileSystem, OpenFacts, OpenFile } from '../file-system.ts';
import { openPlainFile, type PlainFile } from '../open-plain-file.ts';
import { reasonOf } from '../unread.ts';
import { createLogTail, type LogTail } from './log-tail.ts';

export interface FollowJob {
  readonly fs: FileSystem;
  readonly roots: readonly string[] | null;
  readonly pauseMs: number;
  readonly path: string;
  readonly lineLength: number;
  readonly onLines: (lines: readonly ScannedLine[]) => void;
  readonly signal: AbortSignal;
  /** `beginning` for a file that appeared before anybody could follow it. */
  readonly from: 'beginning' | 'end';
}

/** The file that lies at the path, or lay there until it was put aside. */
interface Followed {
  readonly file: OpenFile;
  readonly facts: OpenFacts;
  /** What was read of it; null before anything was, and after it was emptied. */
  readonly tail: LogTail | null;
  /** True where what it held when it was first seen is passed over. */
  readonly atEnd: boolean;
}

/**
 * Hands over the lines that are added to a log until the signal. The file is opened anew each time,
 * so that one that was put in its place is noticed (rotation); the old one is read to its end first.
 * One that is emptied and written anew to more than it held, between two looks, looks like one that
 * grew: then what lies before the old end is not seen.
 * @throws for bugs only: what the disk says now may be otherwise in a moment
 */
export async function followLog(job: FollowJob): Promise<void> {
  let followed: Followed | null = null;
  let wasThere = job.from === 'end';
  while (!job.signal.aborted) {
    const found = await openPlainFile(job.fs, job.roots, job.path);
    if (found.kind === 'open') followed = await step(job, followed, found, wasThere);
    // What is not there now is read from its beginning when it comes.
    wasThere = wasThere && found.kind !== 'missing';
    await pause(job);
  }
  await tolerant(async () => followed?.file.close());
}

async function step(
  job: FollowJob,
  before: Followed | null,
  { file, facts }: PlainFile,
  wasThere: boolean,
): Promise<Followed> {
  const old = before !== null && isSameFile(before.facts, facts) ? before : null;
  if (before !== null && old === null) await tolerant(() => finish(job, before));
  await tolerant(async () => before?.file.close());
  const isEmptied = facts.size < (old?.tail?.position ?? 0);
  const atEnd =
    isEmptied || facts.size === 0 ? false : (old?.atEnd ?? (before === null && wasThere));
  let tail = isEmptied ? null : (old?.tail ?? null);
  await tolerant(async () => {
    if (facts.size > 0) tail ??= await createLogTail({ ...job, file, size: facts.size, atEnd });
    await tail?.readTo(file, facts.size);
  });
  return { file, facts, tail, atEnd };
}

/** Nobody writes to it any more: what it holds is whole, its last line too. */
async function finish({ signal }: FollowJob, { file, tail }: Followed): Promise<void> {
  if (signal.aborted) return;
  await tail?.readTo(file, (await file.stat()).size);
  tail?.end();
}

function isSameFile(one: OpenFacts, other: OpenFacts): boolean {
  return one.dev === other.dev && one.ino === other.ino;
}

/** An error of the disk is met again or not when it is next asked. */
async function tolerant(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    reasonOf(error);
  }
}

function pause({ pauseMs, signal }: FollowJob): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, pauseMs);
    signal.addEventListener('abort', end);
  });
}
