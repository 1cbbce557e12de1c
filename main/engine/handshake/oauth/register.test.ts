import { describe, expect, test } from 'vitest';
import { ISSUER } from '../../testing/exchange-builders.ts';
import {
  answerFailure,
  answerJson,
  answerRedirect,
  answerText,
} from '../../testing/fake-answers.ts';
import type { FakeRoute } from '../../testing/fake-http.ts';
import { registerClient } from './register.ts';
import { createRig } from './testing/rig.ts';

const ENDPOINT = `${ISSUER}/register`;
const BODY = { client_name: 'unblank', redirect_uris: ['http://127.0.0.1/callback'] };

async function register(route: FakeRoute, body = {}, endpoint = ENDPOINT) {
  const rig = createRig(endpoint, route);
  return { ...(await registerClient({ ...BODY, ...body }, endpoint, rig.send)), rig };
}

test('a good answer makes an identity, and nothing is held against it', async () => {
  const { identity, strict, rig } = await register(answerJson({ client_id: 'made-up' }, 201));
  expect(identity).toEqual({
    ...{ id: 'made-up', from: 'registered', secret: null, method: 'none', management: null },
  });
  expect(strict).toBeNull();
  expect(JSON.parse(rig.requests[0]!.body!)).toEqual(BODY);
});

test('E10: the library does not say who we are', async () => {
  const { rig } = await register(answerJson({ client_id: 'made-up' }, 201));
  const names = rig.requests[0]!.headers.map(([name]) => name.toLowerCase());
  expect(names).not.toContain('user-agent');
  expect(names).toContain('content-type');
});

describe('an answer that is not as it must be, and that clients take', () => {
  test.each([
    ['200', answerJson({ client_id: 'made-up' }), /unexpected HTTP status/],
    ['text/plain', answerText('{"client_id":"made-up"}', 201), null],
    [
      'a secret without its end',
      answerJson({ client_id: 'made-up', client_secret: 'made up' }, 201),
      /“client_secret_expires_at” of the answer must be a number/,
    ],
  ])('%s', async (_, answer, words) => {
    const { identity, strict } = await register(answer);
    expect(identity?.id).toBe('made-up');
    if (words === null) expect(strict).toBeNull();
    else expect(strict).toMatch(words);
  });
});

describe('how a secret is used', () => {
  test.each([
    ['as the server says', 'client_secret_post', 'client_secret_basic', 'client_secret_post'],
    ['as was asked for', undefined, 'client_secret_post', 'client_secret_post'],
    ['in the header where nobody said', undefined, undefined, 'client_secret_basic'],
    ['in the header where none was asked for', undefined, 'none', 'client_secret_basic'],
    ['in the header where we do not speak it', 'private_key_jwt', 'none', 'client_secret_basic'],
    ['not at all where the server says so', 'none', 'none', 'none'],
  ])('%s', async (_, answered, asked, method) => {
    const answer = {
      ...{ client_id: 'made-up', client_secret: 'made up', client_secret_expires_at: 0 },
      ...(answered !== undefined && { token_endpoint_auth_method: answered }),
    };
    const body = asked === undefined ? {} : { token_endpoint_auth_method: asked };
    const { identity } = await register(answerJson(answer, 201), body);
    expect(identity?.method).toBe(method);
    expect(identity?.secret?.reveal()).toBe('made up');
  });
});

test('a registration that can be deleted says where', async () => {
  const uri = `${ENDPOINT}/made-up`;
  const managed = { registration_client_uri: uri, registration_access_token: 'made up' };
  const { identity } = await register(answerJson({ client_id: 'made-up', ...managed }, 201));
  expect(identity?.management?.uri).toBe(uri);
});

describe('what makes no client', () => {
  test.each([
    ['an error as it must be', answerJson({ error: 'invalid_redirect_uri' }, 400), null],
    ['a page', answerText('<html>', 403), /content type|unexpected HTTP status/],
    ['an answer without an id', answerJson({}, 201), /“client_id”/],
    ['no answer', answerFailure('reset', 'ECONNRESET'), null],
  ])('%s', async (_, answer, words) => {
    const { identity, strict } = await register(answer);
    expect(identity).toBeNull();
    if (words === null) expect(strict).toBeNull();
    else expect(strict).toMatch(words);
  });

  test('E4: a redirect to another host is not followed', async () => {
    const { identity, rig } = await register(answerRedirect('https://evil.example/register', 307));
    expect(identity).toBeNull();
    expect(rig.requests.map(({ url }) => url)).toEqual([ENDPOINT]);
  });

  test('D14: an endpoint on http elsewhere is not asked', async () => {
    const { exchange, strict, rig } = await register(answerJson({}), {}, 'http://auth.example/r');
    expect(rig.requests).toEqual([]);
    expect(exchange).toMatchObject({ id: 'unsent', outcome: { failure: 'policy' } });
    expect(strict).toMatch(/only requests to HTTPS/i);
  });
});
