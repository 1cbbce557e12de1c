import { describe, expect, test } from 'vitest';
import { SDK_POLICY } from '../clients/policies/sdk-policy.ts';
import type { Client, Rule, RuleHit } from '../model/client.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts, OPEN } from '../testing/exchange-builders.ts';
import { judgeClient } from './judge-client.ts';

const rule = (
  step: Rule['step'],
  hit: RuleHit | null,
  basis: Rule['basis'] = 'observed',
): Rule => ({
  step,
  basis,
  source: 'a test',
  check: () => hit,
});
const blocked: RuleHit = { outcome: 'blocked', cause: 'F26', why: 'It stops.' };
const atRisk: RuleHit = { outcome: 'at-risk', cause: 'F20', why: 'It may stop.' };
const unknown: RuleHit = { outcome: 'unknown', cause: null, why: 'Not seen.' };
const judge = (
  rules: Rule[],
  evidence = healthyEvidence(),
  sees: Client['sees'] = { otherwise: null },
) => {
  const client: Client = {
    id: 'vscode',
    version: '1.0',
    isNewest: true,
    registers: null,
    sees,
    concerns: () => true,
    policy: SDK_POLICY,
    rules,
    caveat: 'As far as seen.',
  };
  return judgeClient(client, evidence);
};

describe('the verdict', () => {
  test('is the first rule that stops the client, also behind a risk', () => {
    const { verdict, causes } = judge([
      rule('challenge', atRisk),
      rule('resource-metadata', blocked),
    ]);
    expect(verdict).toEqual({
      client: 'vscode',
      version: '1.0',
      outcome: 'blocked',
      step: 'resource-metadata',
      cause: 'F26',
      confidence: 'certain',
      why: 'It stops.',
      stopsAt: {
        method: 'GET',
        url: 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp',
      },
      sees: null,
    });
    expect(causes).toEqual(['F20', 'F26']);
  });

  test('is the first risk where nothing stops it, and the way goes on', () => {
    const { verdict } = judge([rule('challenge', null), rule('challenge', atRisk)]);
    expect(verdict).toMatchObject({ outcome: 'at-risk', step: 'registration', cause: 'F20' });
  });

  test('is open where the first that matters was not seen', () => {
    expect(judge([rule('reach', unknown), rule('challenge', blocked)]).verdict.outcome).toBe(
      'unknown',
    );
  });

  test('is works where no rule speaks, with what it does not cover', () => {
    expect(judge([rule('reach', null)]).verdict).toMatchObject({
      outcome: 'works',
      step: 'registration',
      why: 'As far as seen.',
    });
  });
});

test.each([
  ['observed', 'certain'],
  ['documented', 'likely'],
  ['inferred', 'possible'],
] as const)('what is %s is %s', (basis, confidence) => {
  expect(judge([rule('reach', blocked, basis)]).verdict.confidence).toBe(confidence);
});

describe('what a blocked verdict says besides', () => {
  const table = { F26: 'A text …', otherwise: 'Another text' };
  const sees = (hit: RuleHit, texts: Client['sees'] = table) =>
    judge([rule('resource-metadata', hit)], healthyEvidence(), texts).verdict.sees;

  test('what its user sees: of this hit, else of the cause, else of the client, else nothing', () => {
    expect(sees({ ...blocked, sees: 'Seen right here' })).toBe('Seen right here');
    expect(sees(blocked)).toBe('A text …');
    expect(sees({ ...blocked, cause: 'F23' })).toBe('Another text');
    expect(sees({ ...blocked, cause: null }, { otherwise: null })).toBeNull();
  });

  test('nothing where the rule knows that nobody has seen it', () => {
    expect(sees({ ...blocked, sees: null })).toBeNull();
  });

  test('the request of the hit before the one that the step tells', () => {
    const stopsAt = { method: 'POST', url: 'https://auth.example.com/register' };
    expect(judge([rule('challenge', { ...blocked, stopsAt })]).verdict.stopsAt).toEqual(stopsAt);
    expect(judge([rule('challenge', blocked)]).verdict.stopsAt?.method).toBe('POST');
  });

  test('nothing of it where nothing stops the client', () => {
    const { stopsAt, sees: seen } = judge([rule('challenge', atRisk)]).verdict;
    expect([stopsAt, seen]).toEqual([null, null]);
  });
});

describe('rules behind the challenge', () => {
  const behind = [rule('challenge', null), rule('server-metadata', blocked)];

  test('F36: do not matter where no sign-in is asked for', () => {
    const evidence = healthyEvidence({ first: contacts({ post: OPEN }) });
    expect(judge(behind, evidence).verdict).toMatchObject({
      outcome: 'works',
      step: 'challenge',
      why: 'The server asks for no sign-in.',
    });
  });

  test('do not matter where nothing answered', () => {
    const evidence = healthyEvidence({ first: contacts({ post: 'reset' }) });
    expect(judge([rule('reach', unknown), ...behind], evidence).causes).toEqual([]);
  });
});

test('a server that was not asked leaves every client open', () => {
  expect(judge([], healthyEvidence({ first: null })).verdict).toMatchObject({
    outcome: 'unknown',
    step: 'reach',
  });
});
