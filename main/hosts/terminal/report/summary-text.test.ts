import { expect, test } from 'vitest';
import type { Finding, Report, TargetReport } from '../../../contract/report.ts';
import { reportText } from './report-text.ts';
import { terminalStyle } from './terminal-style.ts';

const finding = (code: string, severity: Finding['severity'], title: string): Finding => ({
  code,
  title,
  severity,
  category: 'runtime',
  step: 'local',
  confidence: 'certain',
  clients: ['claude-code'],
  requirements: [],
  explanation: `What ${code} does.`,
  whatToDo: `What to do about ${code}.`,
  snippet: null,
  evidence: [],
  consequenceOf: null,
  fixes: [],
  references: [],
});
const target = (name: string, findings: readonly Finding[] = []): TargetReport => ({
  id: name,
  url: `https://${name}.acme.example/mcp`,
  transport: 'http',
  names: [
    { client: 'claude-code', scope: 'user', file: '/home/sam/.claude.json', pointer: '', name },
  ],
  rootCause: findings.find(({ severity }) => severity !== 'advice')?.code ?? null,
  verdicts: [],
  findings: [...findings],
  specification: [],
  registrationTried: false,
  leftBehind: [],
  signIn: null,
  incidents: [],
  stored: [],
  trace: [],
});
const reportOf = (...targets: TargetReport[]): Report => ({
  schema: 'unblank.report/1',
  tool: { name: 'unblank', version: '0.0.0' },
  startedAt: '2026-11-23T12:00:00.000Z',
  durationMs: 1,
  complete: true,
  targets,
  machine: { os: 'linux', installs: [], configs: [], logs: [], facts: [], findings: [] },
  notExamined: [],
});
const linesOf = (report: Report, columns = 80): readonly string[] =>
  reportText(report, terminalStyle({ columns }, {})).split('\n');

const BROKEN = finding('F111', 'error', 'The entry is skipped');
const ADVICE = finding('F94', 'advice', 'It is passed over for now');
const COMMON = finding('F70', 'advice', 'The browser cannot come back');

test('ten healthy servers are a line each, and no server is shown whole', () => {
  const names = Array.from({ length: 10 }, (_, at) => `service-${at}`);
  const lines = linesOf(reportOf(...names.map((name) => target(name))));
  expect(lines[0]).toBe('10 servers, none to look at');
  expect(lines.filter((line) => line.includes('Nothing wrong'))).toHaveLength(10);
  expect(lines.length).toBeLessThan(20);
});

test.each([40, 80, 100])(
  'the first thing to fix of each server is on the first screen, worst first, in %d columns',
  (columns) => {
    const lines = linesOf(
      reportOf(target('well'), target('advised', [ADVICE]), target('broken', [BROKEN])),
      columns,
    );
    const at = (text: string) => lines.findIndex((line) => line.includes(text));
    expect(at('broken')).toBe(2);
    expect(at('advised')).toBeGreaterThan(2);
    expect(at('well')).toBeGreaterThan(at('advised'));
    expect(at('F94')).toBeLessThan(24);
    expect(lines.slice(0, at('https:')).filter((line) => line.length > columns)).toEqual([]);
  },
);

test('only a server with something to do is shown whole; its advice takes a line', () => {
  const text = linesOf(
    reportOf(target('advised', [ADVICE]), target('broken', [BROKEN, COMMON])),
  ).join('\n');
  expect(text).toContain('What to do about F111.');
  expect(text).not.toContain('What to do about F94.');
  expect(text).not.toContain('What to do about F70.');
  expect(text).toContain('The browser cannot come back  F70');
});

test('advice that is the same for every server is given once', () => {
  const lines = linesOf(reportOf(target('one', [ADVICE, COMMON]), target('two', [COMMON])));
  const told = lines.filter((line) => line.includes('The browser cannot come back'));
  expect(lines.join('\n')).toContain('For all of them:');
  // Once below the list; a server of which nothing else is known has it in its line.
  expect(told.length).toBeLessThanOrEqual(2);
});

test('a single server is shown whole, with its advice', () => {
  const text = linesOf(reportOf(target('advised', [ADVICE]))).join('\n');
  expect(text).toContain('What to do about F94.');
  expect(text).not.toContain('1 servers');
});
