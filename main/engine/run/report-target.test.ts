import { describe, expect, test } from 'vitest';
import { targetSchema } from '../../contract/report.ts';
import { MODES } from '../modes/index.generated.ts';
import { healthyEvidence, withServer } from '../testing/evidence-builders.ts';
import { ISSUER, MCP_URL } from '../testing/exchange-builders.ts';
import { endedRound, failedTrace, healthyTrace } from '../testing/healthy-trace.ts';
import { sampleEntry } from '../testing/sample-machine.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import { judgeMachineModes } from './judge-modes.ts';
import { sampleIncident, sampleLocal, sampleLog, sampleSighting } from '../testing/sample-log.ts';
import { sampleMachine } from '../testing/sample-machine.ts';
import { reportTarget } from './report-target.ts';
import { RULES } from './rules.ts';

const options = RULES;
const NOTHING = { found: [], notExamined: [] };
const entry = sampleEntry({ url: MCP_URL });

function report(
  evidence: TargetEvidence,
  local = NOTHING as ReturnType<typeof judgeMachineModes>,
  wanted: Parameters<typeof reportTarget>[4] = null,
) {
  const planned = {
    id: 'acme',
    url: MCP_URL,
    transport: 'http',
    entries: evidence.entries,
  } as const;
  const gathered = { evidence, exchanges: [], notExamined: [], whole: true };
  return reportTarget(planned, gathered, local, options, wanted);
}

test('a target becomes what the schema says, with the names under which it is configured', () => {
  const made = report(healthyEvidence({ entries: [entry] })).report;
  expect(targetSchema.parse(made)).toMatchObject({
    id: 'acme',
    rootCause: null,
    names: [{ name: 'acme', pointer: '/mcpServers/acme' }],
  });
});

test('what a mode could not see goes along', () => {
  const promised = withServer({ authorization_response_iss_parameter_supported: true });
  expect(report(promised).notExamined.map(({ what }) => what)).toContainEqual(
    expect.stringContaining('F32'),
  );
});

test('what the files say about one of its entries is among its findings', () => {
  const machine = sampleMachine({
    entries: [{ url: MCP_URL, declaredType: null, transport: 'unknown' }],
  });
  const entries = machine.configs.flatMap((config) => config.entries);
  const local = judgeMachineModes(MODES, machine);
  const codes = (evidence: TargetEvidence) =>
    report(evidence, local).report.findings.map(({ code }) => code);
  expect(codes(healthyEvidence({ entries }))).toContain('F112');
  expect(codes(healthyEvidence())).not.toContain('F112');
});

test('wanted clients alone are judged', () => {
  expect(report(healthyEvidence(), NOTHING, ['mcp-remote']).report.verdicts).toHaveLength(1);
  expect(report(healthyEvidence(), NOTHING, ['claude-desktop-stdio']).report.verdicts).toEqual([]);
});

describe('the root cause of a traced sign-in', () => {
  const posted = failedTrace([endedRound('posted-callback')]);
  const slash = withServer({ issuer: `${ISSUER}/` });

  test('is what ended it, also where discovery has a fault that stops others', () => {
    const { rootCause, findings } = report({ ...slash, signIn: posted }).report;
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['F31', 'F63']));
    expect(rootCause).toBe('F63');
    expect(report(slash).report.rootCause).toBe('F31');
  });

  test('is what discovery found where it never started, with the blank tab as its consequence', () => {
    const never = failedTrace([], {
      end: 'never started',
      neverStarted: { step: 'registration', cause: 'F40', why: 'There is no way to an id.' },
    });
    const closed = withServer({ registration_endpoint: undefined });
    const { rootCause, findings } = report({ ...closed, signIn: never }).report;
    expect(rootCause).toBe('F40');
    expect(findings.find(({ code }) => code === 'F60')?.consequenceOf).toBe('F40');
  });

  test('is none after one that went well', () => {
    expect(report(healthyEvidence({ signIn: healthyTrace() })).report.rootCause).toBeNull();
  });
});

test('what the log of a client told is a finding, and not unseen', () => {
  const sighting = sampleSighting({ code: 'F83', step: 'call' });
  const incident = sampleIncident({ code: 'F83', step: 'call', ended: 'needs-sign-in' });
  const log = sampleLog({ sightings: [sighting], incidents: [incident] });
  const told = report({ ...healthyEvidence(), local: sampleLocal(log) });
  expect(told.report.findings.map(({ code }) => code)).toContain('F83');
  expect(told.report.rootCause).toBe('F83');
  expect(told.notExamined.filter(({ what }) => what.startsWith('F83'))).toEqual([]);
  expect(targetSchema.parse(told.report).incidents).toMatchObject([{ ended: 'needs-sign-in' }]);
  const asked = report(healthyEvidence()).notExamined.map(({ what }) => what);
  expect(asked).toContainEqual(expect.stringContaining('F83'));
});
