import { expect, test } from 'vitest';
import { guarded } from './bearer-guard.ts';
import { createMemory, type AccessToken } from './memory.ts';
import { nameAll } from './patient-names.ts';
import { empty } from './reply.ts';
import { makeSetup } from './setup.ts';

const { names } = nameAll({}, { mcp: 1001, auth: 1002, dead: 1003 });
const GOOD: AccessToken = {
  clientId: 'client',
  scope: 'mcp:tools',
  family: 'one',
  audience: names.resource,
  expiresAt: Number.MAX_SAFE_INTEGER,
};

test.each([
  ['made for this server', {}, 204],
  ['made for another server', { audience: `${names.mcpOrigin}/other` }, 401],
  ['that has expired', { expiresAt: 1 }, 401],
])('a token %s is answered as it should be', (_, change, status) => {
  const memory = createMemory();
  memory.accessTokens.set('token', { ...GOOD, ...change });
  const guard = guarded(makeSetup(names, {}), memory, () => empty(204));
  const headers = { authorization: 'Bearer token' };
  const ask = { method: 'POST', path: '/mcp', query: new URLSearchParams(), headers, body: '' };
  expect(guard(ask)).toMatchObject({ status });
});
