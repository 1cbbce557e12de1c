import type { Evidence, Finding } from '../../../contract/report.ts';
import { redactText } from '../../redact/text.ts';

type Line = { readonly [K in Evidence['kind']]: (one: Evidence & { kind: K }) => string };

/** A journal is read by people: a few lines say what was seen. */
const MOST = 12;

const LINES: Line = {
  http: ({ exchange, note }) => `Request ${exchange}: ${note}`,
  header: ({ name, value, at }) => `${at}: ${value === null ? `no ${name}` : `${name}: ${value}`}`,
  mismatch: ({ what, expected, received }) =>
    `${what}: expected ${expected}, received ${received || 'nothing'}`,
  file: ({ file, line, excerpt }) =>
    `${file}${line === null ? '' : `:${line}`}${excerpt === null ? '' : `: ${excerpt}`}`,
  log: ({ file, text, count, last }) =>
    `${file}: ${text}${count === 1 ? '' : ` (${count} times)`}${last === null ? '' : `, last ${last}`}`,
  incident: ({ rounds, first, last }) => `${rounds} rounds, from ${first} to ${last}`,
  store: ({ file, fact }) => `${file}: ${fact}`,
  dns: ({ host, addresses, note }) => `${host}: ${[...addresses, note].join(', ')}`,
  tls: ({ host, problem, note }) => `${host}: ${problem} (${note})`,
  timing: ({ what, ms }) => `${what}: ${ms} ms`,
  navigation: ({ events }) => events.join('; '),
};

/** What was seen before a change, a masked line each, for the journal. */
export function evidenceLines({ evidence }: Finding): readonly string[] {
  const lines = evidence.map((one) => (LINES[one.kind] as (one: Evidence) => string)(one));
  const more = lines.length > MOST ? [`${lines.length - MOST} more`] : [];
  return [...lines.slice(0, MOST).map((line) => redactText(line)), ...more];
}
