import type { Evidence } from '../../contract/report.ts';
import type { PlacedFinding } from './findings-in-order.ts';

/**
 * What a finding is the same by, from run to run and from machine to machine: its code, its server
 * and its place. Line numbers, excerpts and the folders above a file are not in it, so that an edited
 * file and another check-out keep their findings. Two findings may share one: callers count.
 */
export function findingIdentity({ finding, target }: PlacedFinding): string {
  const server = target === null ? '' : (target.url ?? target.names[0]?.name ?? target.id);
  const place = finding.evidence.map(placeOf).find((one) => one !== null) ?? '';
  return JSON.stringify([finding.code, server, place]);
}

type Places = { [K in Evidence['kind']]?: (one: Evidence & { kind: K }) => string };

const PLACES: Places = {
  file: ({ file, pointer }) => `file ${baseName(file)}#${portable(pointer)}`,
  store: ({ file, pointer }) => `store ${baseName(file)}#${portable(pointer)}`,
  header: ({ name }) => `header ${name.toLowerCase()}`,
  mismatch: ({ what }) => `mismatch ${what}`,
  dns: ({ host }) => `dns ${host}`,
  tls: ({ host }) => `tls ${host}`,
};

/** Evidence that is another each time (exchanges, times, log lines) names no place. */
function placeOf(evidence: Evidence): string | null {
  const place = PLACES[evidence.kind] as ((one: Evidence) => string) | undefined;
  return place?.(evidence) ?? null;
}

function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

/** A pointer without the folders that are keys in it, as in `/projects/~1home~1ada~1shop`. */
function portable(pointer: string | null): string {
  const segments = (pointer ?? '').split('/');
  return segments.map((one) => (/~1|\\/.test(one) ? '*' : one)).join('/');
}
