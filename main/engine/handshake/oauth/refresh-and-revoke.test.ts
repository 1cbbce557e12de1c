import { afterEach, expect, test, vi } from 'vitest';
import { Secret } from '../../secrets/secret.ts';
import { ISSUER, MCP_URL } from '../../testing/exchange-builders.ts';
import { answerJson, answerText } from '../../testing/fake-answers.ts';
import { refreshTokens } from './refresh-tokens.ts';
import { revokeToken } from './revoke-token.ts';
import { createRig, formOf, identity, SECRET, TOKEN_ENDPOINT } from './testing/rig.ts';

const REFRESH = new Secret('made-up refresh');

test('D11: a refresh carries the resource, and the scope only where it is asked for', async () => {
  const rig = createRig(TOKEN_ENDPOINT, answerJson({ access_token: 'new', token_type: 'bearer' }));
  const options = {
    endpoint: TOKEN_ENDPOINT,
    resource: MCP_URL,
    scope: null,
    identity: identity(),
  };
  const { tokens, strict } = await refreshTokens(REFRESH, options, rig.send);
  expect(formOf(rig.requests[0]!)).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'made-up refresh',
    resource: MCP_URL,
    client_id: 'made-up client',
  });
  expect(rig.told[0]!.step).toBe('refresh');
  expect(tokens?.access.reveal()).toBe('new');
  expect(tokens?.refresh).toBeNull();
  expect(strict).toBeNull();
});

test('TK-28: a refused refresh is told with its code', async () => {
  const rig = createRig(TOKEN_ENDPOINT, answerJson({ error: 'invalid_grant' }, 400));
  const options = { endpoint: TOKEN_ENDPOINT, resource: null, scope: 'a', identity: identity() };
  const { tokens, error } = await refreshTokens(REFRESH, options, rig.send);
  expect(tokens).toBeNull();
  expect(error?.code).toBe('invalid_grant');
});

test('D22: a revocation says which kind of token it is, and who asks', async () => {
  const endpoint = `${ISSUER}/revoke`;
  const rig = createRig(endpoint, answerText('', 200));
  const who = identity({ secret: SECRET, method: 'client_secret_post' });
  const exchange = await revokeToken(REFRESH, 'refresh_token', endpoint, who, rig.send);
  expect(exchange).toMatchObject({ step: 'token', purpose: 'token revocation' });
  expect(formOf(rig.requests[0]!)).toEqual({
    token: 'made-up refresh',
    token_type_hint: 'refresh_token',
    client_id: 'made-up client',
    client_secret: 'made+up secret',
  });
});

test('D14: a token is not sent over http to another machine to revoke it', async () => {
  const endpoint = 'http://auth.example.com/revoke';
  const rig = createRig(endpoint, answerText('', 200));
  const exchange = await revokeToken(REFRESH, 'access_token', endpoint, identity(), rig.send);
  expect(rig.requests).toEqual([]);
  expect(exchange.outcome).toMatchObject({ failure: 'policy' });
});

afterEach(() => vi.unstubAllGlobals());

test('E1: the library sends nothing past the HTTP port, whatever it is answered', async () => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  const rig = createRig(TOKEN_ENDPOINT, [
    answerJson({ access_token: 'a', token_type: 'bearer', id_token: 'a.b.c' }),
    answerText('', 200),
  ]);
  const options = { endpoint: TOKEN_ENDPOINT, resource: null, scope: null, identity: identity() };
  await refreshTokens(REFRESH, options, rig.send);
  await revokeToken(REFRESH, 'access_token', TOKEN_ENDPOINT, identity(), rig.send);
  expect(fetched).not.toHaveBeenCalled();
  expect(rig.requests).toHaveLength(2);
});
