import { AppError } from '../../contract/errors.ts';
import type { BundlePreview } from '../../contract/repair.ts';
import type { Report } from '../../contract/report.ts';
import type { BundleDesk } from '../app/repair-desk.ts';
import { changeableFiles } from '../backup/changeable-files.ts';
import type { Archives, Hasher, LogTexts, WrittenArchive } from '../bundle-ports.ts';
import { decodeText } from '../local/decode-text.ts';
import { CONFIG_LIMIT } from '../local/read-config.ts';
import type { Ports } from '../ports.ts';
import type { KnownPlaces } from '../redact/known-places.ts';
import { knownValuesOf } from '../redact/known-values.ts';
import { createRedactor, type Redactor } from '../redact/redactor.ts';
import type { RepairCall } from '../repair/repairs.ts';
import { textSource, type GatheredSources } from './bundle-source.ts';
import { configSources, readConfigTexts, type ConfigText } from './config-sources.ts';
import { logSources, type LogBudget } from './log-sources.ts';
import { machineSources, type Runtime } from './machine-sources.ts';
import { reportSources } from './report-sources.ts';
import { spoolBundle, type SpooledBundle } from './spool-bundle.ts';

export interface BundlesOptions {
  readonly ports: Ports;
  readonly archives: Archives;
  readonly logTexts: LogTexts;
  readonly newHash: () => Hasher;
  /** A new id of 128 random bits in hex. */
  readonly newId: () => string;
  readonly tool: { readonly name: 'unblank'; readonly version: string };
  readonly runtime: Runtime;
  /** Of the machine that runs us. */
  readonly user: Pick<KnownPlaces, 'user' | 'host'>;
  /** Where a bundle lies until it is saved: a file of our own; asked for at the first one. */
  readonly spool: () => Promise<string>;
  /** The journal as Markdown, masked. */
  readonly journal: () => Promise<string>;
  /** How much of the logs is taken. */
  readonly logs?: LogBudget;
}

const MB = 1024 * 1024;
const LOGS: LogBudget = { each: 5 * MB, all: 50 * MB };

/** A bundle that was shown. */
interface Shown {
  readonly ticket: string;
  readonly redactor: Redactor;
  readonly spool: string;
  readonly archive: WrittenArchive;
}
interface Desk extends BundlesOptions {
  shown: Shown | null;
}

/**
 * Bundles for support or an issue: built from an allow-list of entries, redacted, written into a file
 * of our own, shown from there to the last byte, and copied where the user wants it. Nothing is ever
 * uploaded (safety H10, H11, H12).
 */
export function createBundles(options: BundlesOptions): BundleDesk {
  const desk: Desk = { ...options, shown: null };
  return {
    preview: (report, call) => preview(desk, report, call),
    read: (ticket, name) => {
      const { spool } = shownOf(desk, ticket);
      return desk.archives.read(spool, entryOf(desk, ticket, name));
    },
    save: (ticket, path, signal) => save(desk, ticket, path, signal),
  };
}

async function preview(
  desk: Desk,
  report: Report | null,
  call: RepairCall,
): Promise<BundlePreview> {
  desk.shown = null;
  const { ports, newId } = desk;
  call.onProgress({ text: 'Collecting what the bundle holds', done: 0, total: 1 });
  const texts = await readConfigTexts(ports);
  const redactor = await redactorFor(desk, texts);
  const fixed = await fixedSources(desk, report, texts, redactor, call.signal);
  const logs = (budget: LogBudget) =>
    logSources({ ports, texts: desk.logTexts, signal: call.signal }, budget);
  const spool = await desk.spool();
  const spooled = await spoolBundle({
    ...desk,
    ...{ spool, redactor, fixed, logs, budget: desk.logs ?? LOGS, signal: call.signal },
    madeAt: new Date(ports.clock.now()).toISOString(),
  });
  const ticket = newId();
  desk.shown = { ticket, redactor, spool, archive: spooled.archive };
  return previewOf(ticket, spooled);
}

function previewOf(ticket: string, { archive, tallies, leftOut }: SpooledBundle): BundlePreview {
  const entries = tallies.map(({ listed }) => listed);
  return { ticket, entries, size: archive.size, leftOut: [...leftOut] };
}

/** Everything but the logs. */
async function fixedSources(
  { ports, runtime, journal }: Desk,
  report: Report | null,
  texts: readonly ConfigText[],
  redactor: Redactor,
  signal: AbortSignal,
): Promise<GatheredSources> {
  const configs = configSources(texts, redactor);
  const story = await journal().catch(() => null);
  return {
    sources: [
      ...(report === null ? [] : reportSources(report, redactor)),
      ...configs.sources,
      ...(await machineSources(ports, runtime, redactor, signal)),
      ...(story === null ? [] : [textSource('journal.md', 'What Unblank changed', () => story)]),
    ],
    leftOut: [
      ...(report === null ? ['The report: no diagnosis was chosen for this bundle.'] : []),
      ...configs.leftOut,
      ...(story === null ? ['The journal cannot be read.'] : []),
    ],
  };
}

/** Knows every secret that a configuration or a store holds, and who and where the user is (H5, H6). */
async function redactorFor(
  { ports, newId, user }: Desk,
  configs: readonly ConfigText[],
): Promise<Redactor> {
  const seen = new Set(configs.map(({ path }) => path));
  const stores = (await changeableFiles(ports)).filter(({ path }) => !seen.has(path));
  const read = await Promise.all(
    stores.map(({ path }) => ports.files.read(path, CONFIG_LIMIT).catch(() => null)),
  );
  const stored = read.flatMap((one) => (one?.kind === 'bytes' ? [decodeText(one.bytes).text] : []));
  const known = knownValuesOf([...configs.flatMap(({ text }) => text ?? []), ...stored]);
  const places = { home: ports.place.home, ...user };
  return createRedactor({ known, places, tags: { salt: newId() } });
}

function shownOf({ shown }: Desk, ticket: string): Shown {
  if (shown === null || shown.ticket !== ticket) throw new AppError('stale-ticket');
  return shown;
}

function entryOf(desk: Desk, ticket: string, name: string): string {
  const { archive } = shownOf(desk, ticket);
  if (!archive.entries.some((one) => one.name === name)) throw new AppError('stale-ticket');
  return name;
}

/** Success is only what reads back as it was shown, and holds nothing (safety H11). */
async function save(
  desk: Desk,
  ticket: string,
  path: string,
  signal: AbortSignal,
): Promise<{ readonly size: number }> {
  const shown = shownOf(desk, ticket);
  const { archives } = desk;
  const written = await archives.copy(shown.spool, path, signal);
  try {
    if (JSON.stringify(written) !== JSON.stringify(shown.archive)) throw notAsShown(path);
    for (const { name } of written.entries) await rescan(desk, shown.redactor, path, name, signal);
    return { size: written.size };
  } catch (error) {
    await archives.remove(path);
    throw error;
  }
}

function notAsShown(file: string): AppError {
  return new AppError('file-unwritable', { file, reason: 'it does not read back as it was shown' });
}

async function rescan(
  { archives }: Desk,
  redactor: Redactor,
  path: string,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const scan = redactor.scanner();
  for await (const piece of archives.read(path, name)) {
    if (signal.aborted) throw new AppError('stopped');
    scan.push(piece);
  }
  const [left] = scan.end();
  if (left !== undefined) throw new AppError('bundle-not-clean', { name, kind: left.kind });
}
