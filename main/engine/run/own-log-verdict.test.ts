import { describe, expect, test } from 'vitest';
import { client as claudeCode } from '../clients/claude-code.ts';
import { client as mcpRemote } from '../clients/mcp-remote.ts';
import { NOTHING_GATHERED, type TargetEvidence } from '../model/evidence.ts';
import type { Incident } from '../model/log-evidence.ts';
import { healthyEvidence, withServer } from '../testing/evidence-builders.ts';
import { MCP_URL } from '../testing/exchange-builders.ts';
import { sampleIncident, sampleLocal, sampleLog } from '../testing/sample-log.ts';
import { judgeClient } from './judge-client.ts';

const local = (...incidents: readonly Incident[]) => sampleLocal(sampleLog({ incidents }));
const offline: TargetEvidence = { ...NOTHING_GATHERED, url: MCP_URL, entries: [], local: null };
const verdict = (evidence: TargetEvidence, of = claudeCode) => judgeClient(of, evidence).verdict;
const rejected = sampleIncident({ step: 'call', code: 'F84', ended: 'needs-sign-in' });

describe('where the server was not asked', () => {
  test('the log of a client decides for that client', () => {
    const evidence = { ...offline, local: local(sampleIncident()) };
    expect(verdict(evidence)).toMatchObject({
      outcome: 'blocked',
      step: 'registration',
      cause: 'F40',
      confidence: 'likely',
    });
    expect(judgeClient(claudeCode, evidence).causes).toEqual(['F40']);
    expect(verdict(evidence, mcpRemote).outcome).toBe('unknown');
  });

  test('the newest story counts', () => {
    const connected = sampleIncident({ ended: 'connected', code: null, last: Number.MAX_VALUE });
    const evidence = { ...offline, local: local(connected, sampleIncident()) };
    expect(verdict(evidence)).toMatchObject({ outcome: 'works', cause: null });
  });

  test('a loop is told with its rounds', () => {
    const loop = sampleIncident({ kind: 'loop', rounds: 6 });
    expect(verdict({ ...offline, local: local(loop) }).why).toContain('6 times');
  });
});

describe('where the server passes', () => {
  test('what the log saw behind that decides', () => {
    const evidence = { ...healthyEvidence(), local: local(rejected) };
    expect(verdict(evidence)).toMatchObject({ outcome: 'blocked', step: 'call', cause: 'F84' });
  });

  test('what the log saw before that is over', () => {
    const before = sampleIncident({ step: 'resource-metadata', code: 'F26' });
    expect(verdict({ ...healthyEvidence(), local: local(before) }).outcome).toBe('works');
  });
});

test('a rule that stops the client outweighs its log', () => {
  const closed = withServer({ registration_endpoint: undefined });
  expect(verdict({ ...closed, local: local(rejected) })).toMatchObject({ cause: 'F40' });
});
