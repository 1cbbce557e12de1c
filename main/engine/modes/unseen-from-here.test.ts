import { describe, expect, test } from 'vitest';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { contacts, OPEN } from '../testing/exchange-builders.ts';
import { hostAt } from '../testing/host-facts.ts';
import { notSeenBy } from '../testing/judge-one.ts';
import { mode as f03 } from './f03-split-horizon.ts';
import { mode as f06 } from './f06-firewall-turns-claude-away.ts';
import { mode as f07 } from './f07-anthropic-edge.ts';
import { mode as f100 } from './f100-stale-hosted-state.ts';
import { mode as f101 } from './f101-plan-or-role.ts';
import { mode as f102 } from './f102-usage-limit.ts';

const ALL = [f03, f06, f07, f100, f101, f102];
const SILENT = [
  ['at localhost', healthyEvidence({ url: 'http://localhost:3000/mcp' })],
  ['at an address of the network', healthyEvidence({ url: 'https://10.0.0.7/mcp' })],
  [
    'with a private address behind its name',
    healthyEvidence({ hosts: [hostAt('mcp.example.com', ['10.0.0.7'])] }),
  ],
] as const;

describe.each(ALL.map((mode) => [mode.code, mode] as const))('%s', (_, mode) => {
  test('says for a public server what would tell', () => {
    expect(notSeenBy(mode, healthyEvidence())).toMatch(/^[A-Z].*\.$/);
  });

  test.each(SILENT)('has nothing to say of a server %s', (_name, evidence) => {
    expect(notSeenBy(mode, evidence)).toBeNull();
  });
});

test('F06: the words are always these', () => {
  const words =
    'A firewall rule for Claude’s addresses cannot be seen from this machine. They are 160.79.104.0/21.';
  expect(notSeenBy(f06, healthyEvidence())).toBe(words);
  expect(notSeenBy(f06, healthyEvidence({ first: contacts({ post: OPEN }) }))).toBe(words);
  expect(notSeenBy(f06, healthyEvidence({ first: contacts({ post: 'refused' }) }))).toBeNull();
});

test('F03: a program that answers for every name is told with its answer', () => {
  const hosts = [hostAt('mcp.example.com', ['198.18.0.9'])];
  expect(notSeenBy(f03, healthyEvidence({ hosts }))).toContain('198.18.0.9');
});

test('what comes after the sign-in is not raised where there is none', () => {
  const open = healthyEvidence({ first: contacts({ post: OPEN }) });
  for (const mode of [f07, f100, f101, f102]) expect(notSeenBy(mode, open)).toBeNull();
});
