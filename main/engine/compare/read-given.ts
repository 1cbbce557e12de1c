import { AppError } from '../../contract/errors.ts';
import { REPORT_SCHEMA_ID, reportSchema, type Report } from '../../contract/report.ts';
import { COMMITTED_LOCATION } from '../local/claude-locations.ts';
import { decodeText } from '../local/decode-text.ts';
import { CONFIG_LOCATIONS, type ConfigLocation } from '../local/locations.ts';
import { readConfig } from '../local/read-config.ts';
import type { ConfigFile } from '../model/evidence.ts';
import type { FileRead } from '../ports.ts';
import { visible } from '../redact/visible.ts';

/** A report holds traces, so it may be larger than a configuration. */
export const GIVEN_LIMIT = 32 * 1024 * 1024;

/** A file that was given to be compared with. */
export type Given =
  | { readonly kind: 'config'; readonly config: ConfigFile }
  | { readonly kind: 'report'; readonly report: Report };

/**
 * Reads a file that the user gave by its path: a configuration, by the same reader as those that are
 * found, or a saved report. What its owner is, is told by its name and place, else by its keys.
 * @throws AppError `not-comparable` with the reason
 */
export function readGiven(file: string, read: FileRead): Given {
  if (read.kind !== 'bytes') throw refused(file, UNREAD[read.kind](read));
  const report = reportIn(file, read.bytes);
  return report === null
    ? { kind: 'config', config: configIn(file, read) }
    : { kind: 'report', report };
}

type Unread = Exclude<FileRead, { readonly kind: 'bytes' }>;

const UNREAD: Readonly<Record<Unread['kind'], (read: Unread) => string>> = {
  missing: () => 'it is not there.',
  folder: () => 'it is a folder.',
  unreadable: (read) => `${read.kind === 'unreadable' ? read.reason : ''}.`,
  'too-large': () => `it is larger than ${GIVEN_LIMIT / 1024 / 1024} MB.`,
};

function refused(file: string, reason: string): AppError {
  return new AppError('not-comparable', { file: visible(file), reason: visible(reason) });
}

/** @returns null for what is no report, which may still be a configuration */
function reportIn(file: string, bytes: Uint8Array): Report | null {
  const value = parsed(decodeText(bytes).text);
  const schema = schemaOf(value);
  if (schema === null || !schema.startsWith('unblank.')) return null;
  if (schema !== REPORT_SCHEMA_ID)
    throw refused(file, `it is ${schema.slice(0, 60)}; a report has ${REPORT_SCHEMA_ID}.`);
  const report = reportSchema.safeParse(value);
  if (report.success) return report.data;
  const where = report.error.issues[0]?.path.join('.') ?? '';
  throw refused(
    file,
    `it says that it is a report, but is none that this version reads (at ${where.slice(0, 80) || 'its root'}).`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function schemaOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return null;
  return typeof value.schema === 'string' ? value.schema : null;
}

function configIn(file: string, read: FileRead): ConfigFile {
  const candidates = candidatesFor(file);
  const configs = candidates.flatMap((location) => readConfig(location, file, read)?.config ?? []);
  const withServers = configs.find(({ entries }) => entries.length > 0);
  if (withServers !== undefined) return withServers;
  const [first] = configs;
  const broken = first !== undefined && first.state !== 'ok' ? first.detail : null;
  throw refused(
    file,
    broken ?? 'it is neither a configuration with servers nor a report of Unblank.',
  );
}

/**
 * The rows that a file could be read by: those whose path it ends in, longest first; then, by its
 * format, the files that repositories carry.
 */
function candidatesFor(file: string): readonly ConfigLocation[] {
  const segments = file.split(/[\\/]/);
  const named = CONFIG_LOCATIONS.filter(({ path }) => endsIn(segments, path)).toSorted(
    (one, two) => two.path.length - one.path.length,
  );
  const isToml = file.toLowerCase().endsWith('.toml');
  const usual = CONFIG_LOCATIONS.filter(({ scope, format }) =>
    isToml ? format === 'toml' : scope === 'project' && format !== 'toml',
  );
  return isToml ? [...named, ...usual] : [...named, COMMITTED_LOCATION, ...usual];
}

function endsIn(segments: readonly string[], path: readonly string[]): boolean {
  const tail = segments.slice(-path.length);
  return (
    path.length > 0 &&
    tail.length === path.length &&
    path.every((one, index) => one.includes('*') || one === tail[index])
  );
}
