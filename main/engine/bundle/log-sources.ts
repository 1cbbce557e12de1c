import { CLIENT_WORDS } from '../../contract/words.ts';
import type { LogTexts } from '../bundle-ports.ts';
import { findLogs, type FoundLog } from '../local/logs/find-logs.ts';
import type { Ports } from '../ports.ts';
import type { BundleSource, GatheredSources } from './bundle-source.ts';

/** How much of the logs is taken. */
export interface LogBudget {
  /** The newest bytes of each. */
  readonly each: number;
  /** Bytes of all together. */
  readonly all: number;
}

interface LogParts {
  readonly ports: Pick<Ports, 'files' | 'place'>;
  readonly texts: LogTexts;
  readonly signal: AbortSignal;
}

/** The logs of all known clients, the newest first, each with its newest part. */
export async function logSources(
  { ports, texts, signal }: LogParts,
  budget: LogBudget,
): Promise<GatheredSources> {
  const { logs, notExamined } = await findLogs(ports);
  const sources: BundleSource[] = [];
  const leftOut = notExamined.map(({ why }) => why);
  let left = budget.all;
  for (const log of logs.filter(({ size }) => size > 0)) {
    const bytes = Math.min(budget.each, log.size);
    if (bytes > left) {
      leftOut.push(`${log.source.file}: ${megabytes(budget.all)} MB of logs are in already.`);
      continue;
    }
    left -= bytes;
    if (bytes < log.size)
      leftOut.push(`${log.source.file}: only its newest ${megabytes(bytes)} MB are in.`);
    sources.push({
      name: nameOf(log, sources.length + 1),
      what: whatOf(log),
      from: log.source.file,
      pieces: () => texts.read(log.source.file, bytes, signal),
    });
  }
  return { sources, leftOut };
}

function nameOf({ source: { client, format } }: FoundLog, number: number): string {
  return `logs/${String(number).padStart(3, '0')}-${client}-${format}.log`;
}

function whatOf({ source: { client, server } }: FoundLog): string {
  const about = server === null ? '' : ` about “${server}”`;
  return `Log of ${CLIENT_WORDS[client]}${about}`;
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 104_857.6) / 10).toString();
}
