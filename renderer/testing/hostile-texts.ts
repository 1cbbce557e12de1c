import type { Evidence, Report } from '../../main/contract/report.ts';
import { SAMPLE_REPORT, WRONG_DOCUMENT } from './sample-report.ts';

/** What a hostile server could answer in the hope that a window draws it. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  "javascript:alert('1')",
  'data:text/html,<script>alert(1)</script>',
  '</pre></details><iframe src="https://evil.example"></iframe>',
  '<style>*{display:none}</style>',
  '{{constructor.constructor("alert(1)")()}}',
  'safe\u202Egnp.exe\u202C\u2066x\u2069\u200b',
  '\u0000\u001b[31m\u0007\r\nSet-Cookie: a=b',
  '__proto__',
];

/** Fields whose words are closed by the schema, or by which parts of a report find each other. */
const CLOSED = new Set(
  'schema tool startedAt step client clients outcome confidence severity category transport code cause kind os state incident automation consequenceOf rootCause id exchange references level revisions ended'.split(
    ' ',
  ),
);

/** One piece of evidence of every kind. */
const EVERY_KIND: readonly Evidence[] = [
  ...WRONG_DOCUMENT.evidence,
  { kind: 'http', exchange: 'not-there', note: 'note' },
  { kind: 'header', name: 'name', value: null, at: 'at' },
  { kind: 'mismatch', what: 'what', expected: '', received: 'received', differsAt: -1 },
  { kind: 'mismatch', what: 'what', expected: 'a', received: 'ab', differsAt: 1 },
  { kind: 'file', file: 'file', line: 7, column: 6, pointer: 'pointer', excerpt: 'excerpt' },
  {
    kind: 'log',
    file: 'file',
    line: 1,
    time: 'time',
    text: 'text',
    count: 2,
    first: 'first',
    last: 'last',
  },
  { kind: 'incident', incident: 'loop', rounds: 3, periodSeconds: 2, first: 'f', last: 'l' },
  { kind: 'store', file: 'file', pointer: 'pointer', fact: 'fact' },
  { kind: 'dns', host: 'host', addresses: ['a', 'b'], note: 'note' },
  { kind: 'tls', host: 'host', problem: 'problem', note: 'note' },
  { kind: 'timing', what: 'what', ms: 1, limitMs: 2 },
  { kind: 'navigation', events: ['one', 'two'] },
];

/** The sample report with evidence of every kind and a finding about the machine. */
export function everyKindReport(): Report {
  const full = { ...WRONG_DOCUMENT, evidence: [...EVERY_KIND] };
  const targets = SAMPLE_REPORT.targets.map((target) => ({
    ...target,
    findings: target.findings.map((one) => (one.code === full.code ? full : one)),
  }));
  const machine = { ...SAMPLE_REPORT.machine, findings: [full] };
  return { ...SAMPLE_REPORT, targets, machine };
}

/**
 * The same data with a text put into every field that a server or a file can fill.
 * @param data any data of the contract
 * @param text the text to put there; closed words and ids stay as they are
 */
export function poison<T>(data: T, text: string): T {
  return poisonAny(data, text) as T;
}

function poisonAny(data: unknown, text: string): unknown {
  if (typeof data === 'string') return text;
  if (Array.isArray(data)) return data.map((one) => poisonAny(one, text));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, one]) => [key, CLOSED.has(key) ? one : poisonAny(one, text)]),
  );
}
