import { expect, test } from 'vitest';
import type { TargetReport, Verdict } from './report.ts';
import { tellingVerdict } from './telling-verdict.ts';

const verdict = (client: string, outcome: string, cause: string | null = null) =>
  ({ client, outcome, cause }) as Verdict;
const target = (rootCause: string | null, ...verdicts: Verdict[]) =>
  ({ rootCause, verdicts }) as TargetReport;

test('the client that the first thing to fix stops tells most', () => {
  const hosted = verdict('claude-hosted', 'blocked', 'F05');
  const code = verdict('claude-code', 'blocked', 'F26');
  expect(tellingVerdict(target('F26', hosted, code))).toBe(code);
});

test('without a root cause, the client that is worst off; one that was not seen comes last', () => {
  const [unknown, works] = [verdict('claude-hosted', 'unknown'), verdict('claude-code', 'works')];
  const risk = verdict('mcp-remote', 'at-risk', 'F24');
  expect(tellingVerdict(target(null, unknown, works, risk))).toBe(risk);
  expect(tellingVerdict(target(null, unknown, works))).toBe(works);
});

test('nobody, where nobody was judged', () => {
  expect(tellingVerdict(target('F26'))).toBeNull();
});
