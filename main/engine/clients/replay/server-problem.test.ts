import { describe, expect, test } from 'vitest';
import { attempt, missing, PAGE, serverDocument } from '../../testing/evidence-builders.ts';
import type { DocumentProblem } from '../../model/evidence.ts';
import { askedByClients, movesElsewhere, serverProblem } from './server-problem.ts';

const moved = (to: string): DocumentProblem => ({ kind: 'redirect', status: 301, to });
const META = '/.well-known/oauth-authorization-server';

test.each([
  ['F17', [missing('oauth'), attempt('oidc', serverDocument())]],
  ['F18', [missing('oauth', moved(`https://x.example${META}`)), missing('oidc')]],
  ['F28', [missing('oauth'), missing('oidc', PAGE)]],
  ['F28', [missing('oauth'), attempt('oauth-root', serverDocument())]],
  ['F28', []],
] as const)('%s', (code, attempts) => {
  expect(serverProblem(attempts)).toBe(code);
});

describe('AS-23: a metadata address moves elsewhere', () => {
  test.each([
    [`https://x.example${META}`, true],
    [`https://auth.example.com${META}/`, false],
    [`${META}/`, false],
    ['https://x.example/login', false],
    ['http://[::1', false],
    ['', false],
  ])('to %s: %s', (to, moves) => {
    expect(movesElsewhere(missing('oauth', moved(to)))).toBe(moves);
  });
});

test('no client looks at the root of an issuer with a path, nor at the retired address', () => {
  const attempts = [missing('oauth'), missing('oauth-root'), missing('oauth-path')];
  expect(askedByClients(attempts).map(({ place }) => place)).toEqual(['oauth']);
});
