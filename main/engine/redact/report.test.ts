import { expect, test } from 'vitest';
import type { Report } from '../../contract/report.ts';
import { redactReport } from './report.ts';

const SECRET = 'planted-secret-0123456789';

function reportWith(evidence: object, references: readonly string[] = []): Report {
  const finding = { code: 'F26', title: 'x', evidence: [evidence], references };
  const machine = { findings: [] };
  return { targets: [{ findings: [finding], trace: [] }], machine } as unknown as Report;
}
const evidenceOf = (report: Report) => report.targets[0]?.findings[0]?.evidence[0];

test('H3: where a mismatch is masked, the first difference is found again', () => {
  const expected = `https://a.example/mcp?token=${SECRET}&x=1`;
  const received = `https://a.example/mcp?token=${SECRET}&x=2`;
  const differsAt = expected.length - 1;
  const shown = evidenceOf(
    redactReport(reportWith({ kind: 'mismatch', what: 'resource', expected, received, differsAt })),
  );
  if (shown?.kind !== 'mismatch') throw new Error('no mismatch');
  expect(JSON.stringify(shown)).not.toContain(SECRET);
  expect(shown.expected.slice(0, shown.differsAt)).toBe(shown.received.slice(0, shown.differsAt));
  expect([shown.expected[shown.differsAt], shown.received[shown.differsAt]]).toEqual(['1', '2']);
});

test('H2: a header is read as a line: its name tells that its value is a secret', () => {
  const header = { kind: 'header', name: 'Set-Cookie', value: `sid=${SECRET}`, at: 'GET x' };
  expect(JSON.stringify(redactReport(reportWith(header)))).not.toContain(SECRET);
});

test('our own sources stay as they are, fragments included', () => {
  const source = 'https://datatracker.ietf.org/doc/html/rfc9728#section-5.1';
  const note = { kind: 'http', exchange: 'x1', note: 'a note' };
  const [target] = redactReport(reportWith(note, [source])).targets;
  expect(target?.findings[0]?.references).toEqual([source]);
});
