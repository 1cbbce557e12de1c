import { AppError } from '../../contract/errors.ts';
import type { Archives, Hasher, WrittenArchive } from '../bundle-ports.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { BundleSource, GatheredSources } from './bundle-source.ts';
import type { LogBudget } from './log-sources.ts';
import { manifestSource } from './manifest-source.ts';
import { redactedEntry, type EntryTally } from './redacted-entry.ts';

export interface SpoolJob {
  readonly archives: Archives;
  readonly spool: string;
  readonly newHash: () => Hasher;
  readonly tool: { readonly name: string; readonly version: string };
  readonly madeAt: string;
  readonly redactor: Redactor;
  readonly fixed: GatheredSources;
  readonly logs: (budget: LogBudget) => Promise<GatheredSources>;
  readonly budget: LogBudget;
  readonly signal: AbortSignal;
}

export interface SpooledBundle {
  readonly archive: WrittenArchive;
  /** In the order of the archive, the manifest at the end. */
  readonly tallies: readonly EntryTally[];
  readonly leftOut: readonly string[];
}

/** Halving the logs so often leaves a few hundred kilobytes. */
const ROUNDS = 8;

/**
 * Writes the bundle into a file of our own. What still holds a secret after redaction, and what cannot
 * be read, is left out and named; too much log is halved until it fits (safety H10, H11).
 * @throws AppError `bundle-too-large`, `file-unwritable`, `stopped`
 */
export async function spoolBundle(job: SpoolJob): Promise<SpooledBundle> {
  let { budget } = job;
  const out = new Map<string, string>();
  for (let round = 0; ; round += 1) {
    const logs = await job.logs(budget);
    const gathered = [...job.fixed.sources, ...logs.sources];
    const sources = gathered.filter(({ name }) => !out.has(name));
    const leftOut = [...job.fixed.leftOut, ...out.values(), ...logs.leftOut];
    const shown = leftOut.map((line) => job.redactor.text(line));
    try {
      const written = await writeOnce(job, sources, shown);
      const unclean = written.tallies.filter(({ left }) => left.length > 0);
      if (unclean.length === 0) return { ...written, leftOut: shown };
      for (const one of unclean) out.set(one.listed.name, uncleanLine(one));
      if (out.has('manifest.json')) throw notClean(unclean);
    } catch (error) {
      if (round >= ROUNDS) throw error;
      if (error instanceof Unread) out.set(error.source.name, unreadLine(error));
      else if (isTooLarge(error)) budget = { each: budget.each / 2, all: budget.all / 2 };
      else throw error;
    }
  }
}

/** A source that could not be read; the others are written without it. */
class Unread extends Error {
  readonly source: BundleSource;
  constructor(source: BundleSource, cause: unknown) {
    super('A part of the bundle could not be read.', { cause });
    this.source = source;
  }
}

async function writeOnce(
  job: SpoolJob,
  sources: readonly BundleSource[],
  leftOut: readonly string[],
): Promise<Pick<SpooledBundle, 'archive' | 'tallies'>> {
  const { archives, spool, redactor, newHash, signal } = job;
  const entries = sources.map((one) => redactedEntry(guarded(one), redactor, newHash));
  const told = () => entries.flatMap((one) => one.tally() ?? []);
  const manifest = redactedEntry(
    manifestSource(job.tool, job.madeAt, told, leftOut),
    redactor,
    newHash,
  );
  const all = [...entries, manifest];
  const archive = await archives.write(
    spool,
    all.map(({ entry }) => entry),
    signal,
  );
  const tallies = all.flatMap((one) => one.tally() ?? []);
  const isSame = archive.entries.every((one, at) => one.hash === tallies[at]?.listed.hash);
  if (isSame && tallies.length === archive.entries.length) return { archive, tallies };
  throw new AppError('file-unwritable', { file: spool, reason: 'it does not read back whole' });
}

function guarded(source: BundleSource): BundleSource {
  async function* pieces(): AsyncGenerator<string> {
    try {
      yield* source.pieces();
    } catch (error) {
      const isOurs = error instanceof AppError && error.code === 'file-unreadable';
      throw isOurs ? new Unread(source, error) : error;
    }
  }
  return { ...source, pieces };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof AppError && error.code === 'bundle-too-large';
}

function uncleanLine({ listed: { name, what }, left }: EntryTally): string {
  return `${name} (${what}): it still held ${left.join(', ')} after redaction.`;
}

function unreadLine({ source: { name, what } }: Unread): string {
  return `${name} (${what}): it could not be read to its end.`;
}

function notClean([first]: readonly EntryTally[]): AppError {
  const [name, kind] = [first?.listed.name ?? '', first?.left[0] ?? ''];
  return new AppError('bundle-not-clean', { name, kind });
}
