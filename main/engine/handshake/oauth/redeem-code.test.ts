import { describe, expect, test } from 'vitest';
import { Secret } from '../../secrets/secret.ts';
import { MCP_URL } from '../../testing/exchange-builders.ts';
import { answerFailure, answerJson, answerText } from '../../testing/fake-answers.ts';
import type { FakeRoute } from '../../testing/fake-http.ts';
import type { ClientIdentity } from './client-identity.ts';
import { redeemCode, type RedeemChanges } from './redeem-code.ts';
import {
  createRig,
  formOf,
  identity,
  newAttempt,
  REDIRECT,
  SECRET,
  TOKEN_ENDPOINT,
} from './testing/rig.ts';

const CODE = new Secret('made-up code');
const GOOD = { access_token: 'made-up', token_type: 'Bearer', expires_in: 60 };

async function redeem(
  route: FakeRoute,
  who: Partial<ClientIdentity> = {},
  changes: RedeemChanges = {},
  tokenEndpoint = TOKEN_ENDPOINT,
) {
  const rig = createRig(tokenEndpoint, route);
  const attempt = await newAttempt({ tokenEndpoint });
  const reading = await redeemCode(CODE, attempt, identity(who), rig.send, changes);
  return { ...reading, attempt, rig };
}

test('D10, D11, D15: the code goes to the recorded endpoint with all that was asked for', async () => {
  const { attempt, rig, tokens, strict } = await redeem(answerJson(GOOD));
  expect(rig.requests.map(({ url }) => url)).toEqual([TOKEN_ENDPOINT]);
  expect(formOf(rig.requests[0]!)).toEqual({
    grant_type: 'authorization_code',
    code: 'made-up code',
    redirect_uri: REDIRECT,
    code_verifier: attempt.verifier.reveal(),
    resource: MCP_URL,
    client_id: 'made-up client',
  });
  expect(strict).toBeNull();
  expect(tokens?.access.reveal()).toBe('made-up');
});

test('D20: an answer of a token endpoint is read up to 64 KB', async () => {
  const { rig } = await redeem(answerJson(GOOD));
  expect(rig.requests[0]!.bodyBytes).toBe(64 * 1024);
});

test('tokens end so long after they came', async () => {
  const { tokens, exchange } = await redeem(answerJson(GOOD));
  expect(tokens?.expiresAt).toBe(exchange.startedAt + exchange.durationMs + 60_000);
});

describe('how the client says who it is', () => {
  const headerOf = (rig: Awaited<ReturnType<typeof redeem>>['rig']) => {
    const found = rig.requests[0]!.headers.find(([name]) => name === 'authorization')?.[1];
    return Buffer.from(found?.replace('Basic ', '') ?? '', 'base64').toString();
  };

  test('TK-21: in the header, form-encoded', async () => {
    const who = { id: 'a-b_c', secret: SECRET, method: 'client_secret_basic' } as const;
    const { rig } = await redeem(answerJson(GOOD), who);
    expect(headerOf(rig)).toBe('a-b_c:made%2Bup+secret');
    expect(formOf(rig.requests[0]!).client_id).toBeUndefined();
  });

  test('TK-21: in the header as it is, for clients that do not encode', async () => {
    const who = { secret: SECRET, method: 'client_secret_basic', basicEncoding: 'none' } as const;
    const { rig } = await redeem(answerJson(GOOD), who);
    expect(headerOf(rig)).toBe('made-up client:made+up secret');
  });

  test('in the form', async () => {
    const who = { secret: SECRET, method: 'client_secret_post' } as const;
    const { rig } = await redeem(answerJson(GOOD), who);
    expect(formOf(rig.requests[0]!)).toMatchObject({ client_secret: 'made+up secret' });
    expect(headerOf(rig)).toBe('');
  });
});

describe('what is made different on purpose', () => {
  test('TK-09: no verifier', async () => {
    const { rig } = await redeem(answerJson(GOOD), {}, { verifier: null });
    expect(formOf(rig.requests[0]!).code_verifier).toBeUndefined();
  });

  test('TK-08, TK-13: another verifier, another client', async () => {
    const changes = { verifier: new Secret('x'.repeat(43)), identity: identity({ id: 'other' }) };
    const { rig } = await redeem(answerJson(GOOD), {}, changes);
    expect(formOf(rig.requests[0]!)).toMatchObject({
      code_verifier: 'x'.repeat(43),
      client_id: 'other',
    });
  });
});

describe('answers that a strict reader refuses and clients take', () => {
  test.each([
    ['token_type missing', answerJson({ access_token: 'a' }), /“token_type” of the answer must be/],
    ['nulls', answerJson({ ...GOOD, refresh_token: null }), /“refresh_token”/],
    ['a list of scopes', answerJson({ ...GOOD, scope: ['a'] }), /“scope”/],
    ['201', answerJson(GOOD, 201), /unexpected HTTP status/],
    ['a form', answerText('access_token=a&token_type=bearer'), /content type/],
    ['an id token that is none', answerJson({ ...GOOD, id_token: 'x' }), /./],
  ])('%s', async (_, answer, words) => {
    const { tokens, strict } = await redeem(answer);
    expect(tokens).not.toBeNull();
    expect(strict).toMatch(words);
  });

  test('F9: the words never carry a value of the answer', async () => {
    const { strict } = await redeem(answerJson({ access_token: 'planted', token_type: 'planted' }));
    expect(strict).not.toBeNull();
    expect(strict).not.toContain('planted');
  });
});

describe('answers without a token', () => {
  test('an error as it must be is no fault of the answer', async () => {
    const answer = answerJson({ error: 'invalid_grant', error_description: 'Too late.' }, 400);
    expect(await redeem(answer)).toMatchObject({
      tokens: null,
      strict: null,
      error: { code: 'invalid_grant', description: 'Too late.' },
    });
  });

  test('TK-20: an error with 200 is read, and the strict reader misses the token', async () => {
    const { error, strict } = await redeem(answerJson({ error: 'bad_verification_code' }));
    expect(error?.code).toBe('bad_verification_code');
    expect(strict).toMatch(/“access_token”/);
  });

  test.each([
    ['a page', answerText('<html>access_token=x', 500)],
    ['no answer', answerFailure('timeout', 'ETIMEDOUT')],
    ['a token in a refusal', answerJson(GOOD, 400)],
    ['an answer that HTTP does not know', answerText('', 999)],
    ['204', answerText('', 204)],
  ])('%s', async (_, answer) => {
    expect(await redeem(answer)).toMatchObject({ tokens: null, error: null });
  });

  test('a token that no header can carry is none', async () => {
    const { tokens, strict } = await redeem(answerJson({ ...GOOD, access_token: 'a\r\nb: c' }));
    expect(tokens).toBeNull();
    expect(strict).toMatch(/no header can carry/);
  });
});

describe('D14: a token endpoint must be https, but on this machine', () => {
  test('http elsewhere is not asked', async () => {
    const { rig, exchange, tokens } = await redeem(
      answerJson(GOOD),
      {},
      {},
      'http://auth.example.com/token',
    );
    expect(rig.requests).toEqual([]);
    expect(tokens).toBeNull();
    expect(exchange.outcome).toMatchObject({ kind: 'failure', failure: 'policy' });
  });

  test('http on loopback is not refused by the steps', async () => {
    const { exchange } = await redeem(answerJson(GOOD), {}, {}, 'http://127.0.0.1:9/token');
    expect(exchange.id).not.toBe('unsent');
  });
});
