import { expect, test } from 'vitest';
import { type FAILURE_KINDS } from '../../ports.ts';
import { healthyEvidence } from '../../testing/evidence-builders.ts';
import { contacts } from '../../testing/exchange-builders.ts';
import { answerFailure, answerRedirect } from '../../testing/fake-answers.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { reach } from './reach.ts';

const here = reach('here', 'observed', 'a run');
const elsewhere = reach('elsewhere', 'documented', 'a source');
const failed = (post: (typeof FAILURE_KINDS)[number]) =>
  healthyEvidence({ first: contacts({ post }) });

test.each([
  ['dns', 'F14'],
  ['refused', 'F14'],
  ['unreachable', 'F14'],
  ['reset', 'F14'],
  ['protocol', 'F14'],
  ['timeout', 'F13'],
] as const)('%s blocks a client on this machine and is open for one elsewhere', (kind, cause) => {
  expect(hitOf(here, failed(kind))).toMatchObject({ outcome: 'blocked', cause });
  expect(hitOf(elsewhere, failed(kind))).toMatchObject({ outcome: 'unknown', cause });
});

test('F10: TLS that fails, fails from everywhere', () => {
  expect(hitOf(here, failed('tls'))).toMatchObject({ outcome: 'blocked', cause: 'F10' });
  expect(hitOf(elsewhere, failed('tls'))).toMatchObject({ outcome: 'blocked', cause: 'F10' });
});

test.each(['policy', 'cancelled'] as const)('%s is ours, and nobody is blamed', (kind) => {
  expect(hitOf(here, failed(kind))).toMatchObject({ outcome: 'unknown', cause: null });
});

test('an answer is an answer', () => {
  expect(hitOf(here, healthyEvidence())).toBeNull();
});

test('F14: a connection that never comes about is none, not a slow one', () => {
  const post = answerFailure('timeout', 'CONNECT_TIMEOUT');
  expect(hitOf(here, healthyEvidence({ first: contacts({ post }) }))).toMatchObject({
    cause: 'F14',
  });
});

test.each([
  ['https://new.example/mcp', 308, 'F08'],
  ['/mcp/', 301, 'F09'],
  ['/login', 302, undefined],
  ['/mcp/', 307, undefined],
])('RS-36: a redirect to %s with %i', (to, status, cause) => {
  const first = contacts({ post: answerRedirect(to, status) });
  for (const rule of [here, elsewhere])
    expect(hitOf(rule, healthyEvidence({ first }))?.cause).toBe(cause);
});
