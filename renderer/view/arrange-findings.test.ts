import { describe, expect, test } from 'vitest';
import type { Finding, TargetReport } from '../../main/contract/report.ts';
import { SAMPLE_REPORT, WRONG_DOCUMENT } from '../testing/sample-report.ts';
import {
  arrangeFindings,
  findingsAt,
  leadingFinding,
  otherFindings,
  type FindingTree,
} from './arrange-findings.ts';

const TARGET = SAMPLE_REPORT.targets[0] as TargetReport;

function finding(code: string, part: Partial<Finding> = {}): Finding {
  return { ...WRONG_DOCUMENT, code, ...part };
}

function codes(trees: readonly FindingTree[]): unknown[] {
  return trees.map(({ finding: one, consequences }) =>
    consequences.length === 0 ? one.code : [one.code, codes(consequences)],
  );
}

describe('the order of findings', () => {
  test('errors come before warnings, and what is earlier on the way before what is later', () => {
    const late = finding('F30', { step: 'server-metadata' });
    const early = finding('F20', { step: 'challenge' });
    const warning = finding('F04', { step: 'reach', severity: 'warning' });
    expect(codes(arrangeFindings([warning, late, early]))).toEqual(['F20', 'F30', 'F04']);
  });

  test('a consequence stands under its cause, also over two steps', () => {
    const all = [
      finding('F31', { consequenceOf: 'F22' }),
      finding('F22', { consequenceOf: 'F23' }),
      finding('F23'),
    ];
    expect(codes(arrangeFindings(all))).toEqual([['F23', [['F22', ['F31']]]]]);
  });

  test('a consequence whose cause is not there stands alone', () => {
    expect(codes(arrangeFindings([finding('F22', { consequenceOf: 'F99' })]))).toEqual(['F22']);
  });

  test('a circle of causes loses nothing', () => {
    const circle = [
      finding('F22', { consequenceOf: 'F23' }),
      finding('F23', { consequenceOf: 'F22' }),
    ];
    expect(codes(arrangeFindings(circle))).toEqual([['F22', ['F23']]]);
  });

  test('a finding that names itself as its cause is shown once', () => {
    expect(codes(arrangeFindings([finding('F22', { consequenceOf: 'F22' })]))).toEqual(['F22']);
  });
});

describe('the first thing to fix', () => {
  test('is the root cause where there is one', () => {
    expect(leadingFinding(TARGET)).toMatchObject({ finding: { code: 'F23' }, blocks: true });
  });

  test('is the most important risk where nothing blocks', () => {
    const findings = TARGET.findings.filter(({ code }) => code === 'F04');
    const leading = leadingFinding({ ...TARGET, rootCause: null, findings });
    expect(leading).toMatchObject({ finding: { code: 'F04' }, blocks: false });
  });

  test('is nothing where there is only advice', () => {
    const findings = [finding('F05', { severity: 'advice' })];
    expect(leadingFinding({ ...TARGET, rootCause: null, findings })).toBeNull();
  });
});

describe('findings as one client meets them', () => {
  test('the leading finding is not repeated where its station opens by itself', () => {
    const { mine, elsewhere } = otherFindings(TARGET, 'claude-hosted', 'resource-metadata');
    expect(codes(mine)).toEqual(['F04']);
    expect(elsewhere).toEqual([]);
  });

  test('for a client that is not concerned, it stands with those of other clients', () => {
    const { mine, elsewhere } = otherFindings(TARGET, 'claude-code', null);
    expect(mine).toEqual([]);
    expect(codes(elsewhere)).toEqual([['F23', ['F22']], 'F04']);
  });

  test('a station has its findings with what follows from them, once', () => {
    const trees = findingsAt(TARGET, 'claude-hosted', 'resource-metadata');
    expect(codes(trees)).toEqual([['F23', ['F22']]]);
    expect(findingsAt(TARGET, 'claude-code', 'resource-metadata')).toEqual([]);
  });

  test('a consequence at another station is found there', () => {
    const later = finding('F31', { consequenceOf: 'F23', step: 'server-metadata' });
    const target = { ...TARGET, findings: [...TARGET.findings, later] };
    expect(codes(findingsAt(target, 'claude-hosted', 'server-metadata'))).toEqual(['F31']);
  });
});
