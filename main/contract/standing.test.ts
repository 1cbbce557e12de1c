import { describe, expect, test } from 'vitest';
import type { Finding, TargetReport, Verdict } from './report.ts';
import { needsLook, standingOf, standingRank } from './standing.ts';
import type { IncidentReport } from './story.ts';

const finding = (code: string, severity: string, confidence = 'certain') =>
  ({ code, severity, confidence, title: `Title of ${code}` }) as Finding;
const verdict = (outcome: string, cause: string | null = null) =>
  ({ client: 'claude-code', outcome, cause, why: 'Its log says so.' }) as Verdict;
const story = (ended: string) =>
  ({
    client: 'claude-code',
    ended,
    says: 'Claude Code tried again.',
    last: '2026-11-23T09:15:04Z',
  }) as IncidentReport;
const target = (parts: Partial<TargetReport>) =>
  ({
    rootCause: null,
    verdicts: [],
    findings: [],
    incidents: [],
    trace: [],
    leftBehind: [],
    ...parts,
  }) as unknown as TargetReport;

describe('how a server stands', () => {
  test.each<[string, TargetReport, object]>([
    [
      'the first thing to fix comes before everything',
      target({
        rootCause: 'F23',
        findings: [finding('F94', 'advice'), finding('F23', 'error')],
        incidents: [story('connected')],
      }),
      { outcome: 'blocked', says: 'Title of F23', code: 'F23' },
    ],
    [
      'a warning to fix first is a risk',
      target({ rootCause: 'F99', findings: [finding('F99', 'warning')] }),
      { outcome: 'at-risk', says: 'Title of F99', code: 'F99' },
    ],
    [
      'where the server was not asked, the story of the log that stops a client',
      target({ verdicts: [verdict('blocked', 'F83')], incidents: [story('needs-sign-in')] }),
      { outcome: 'blocked', says: 'Claude Code tried again.', code: 'F83' },
    ],
    [
      'where it was asked, the reason of the verdict',
      target({
        verdicts: [verdict('blocked')],
        incidents: [story('needs-sign-in')],
        trace: [{} as TargetReport['trace'][number]],
      }),
      { outcome: 'blocked', says: 'Claude Code: Its log says so.', code: null },
    ],
    [
      'a client that connected, with its time',
      target({
        verdicts: [verdict('works')],
        findings: [finding('F70', 'advice')],
        incidents: [story('connected')],
      }),
      { outcome: 'works', says: 'Claude Code connected, 2026-11-23 09:15 UTC', code: null },
    ],
    [
      'advice that was seen, before advice that is likely',
      target({ findings: [finding('F130', 'advice', 'likely'), finding('F94', 'advice')] }),
      { outcome: 'unknown', says: 'Title of F94', code: 'F94' },
    ],
    [
      'advice that only may hold is no standing',
      target({ findings: [finding('F70', 'advice', 'possible')] }),
      { outcome: 'unknown', says: 'Nothing wrong in its configuration', code: null },
    ],
  ])('%s', (_name, one, expected) => {
    expect(standingOf(one)).toEqual(expected);
  });

  test('advice alone needs no look, a fault and something left behind do', () => {
    expect(needsLook(target({ findings: [finding('F94', 'advice')] }))).toBe(false);
    expect(needsLook(target({ leftBehind: ['a client'] }))).toBe(true);
    expect(needsLook(target({ verdicts: [verdict('at-risk')] }))).toBe(true);
  });

  test('what is to be done stands before what works', () => {
    const rank = (outcome: 'blocked' | 'unknown' | 'works') =>
      standingRank({ outcome, says: '', code: null });
    expect(rank('blocked')).toBeLessThan(rank('unknown'));
    expect(rank('unknown')).toBeLessThan(rank('works'));
  });
});
