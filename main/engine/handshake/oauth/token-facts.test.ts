import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../model/evidence.ts';
import { tokenFacts } from './token-facts.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: unknown, header: unknown = { alg: 'RS256', typ: 'at+jwt' }) =>
  `${part(header)}.${part(claims)}.made-up`;
const factsOf = (access_token: string, more: JsonObject = {}) =>
  tokenFacts({ access_token, token_type: 'Bearer', ...more });

test('a token of any text is opaque, and the rest of the answer is read', () => {
  const more = { expires_in: 60, scope: 'a b', refresh_token: 'made up', id_token: 'made up' };
  expect(factsOf('made-up', more)).toEqual({
    form: 'opaque',
    header: null,
    claims: null,
    type: 'Bearer',
    expiresIn: 60,
    scope: 'a b',
    hasRefresh: true,
    hasId: true,
  });
});

test('a JWT shows header and claims, with what a list holds', () => {
  const claims = { iss: 'https://auth.example', aud: ['a', 'ü'], exp: 9, scope: 'mcp:read' };
  const facts = factsOf(jwt(claims));
  expect(facts).toMatchObject({ form: 'jwt', claims, header: { alg: 'RS256', typ: 'at+jwt' } });
});

test('H3, F9: what names a person is dropped, what we do not know keeps its name alone', () => {
  const person = {
    ...{ sub: 'u-1', email: 'a@example.com', name: 'A B', preferred_username: 'ab', oid: '1' },
    ...{ given_name: 'A', phone_number: '1', 'https://example.com/email': 'a@example.com' },
    ...{ user_id: '1', upn: 'a', unique_name: 'a', picture: 'x' },
  };
  const { claims } = factsOf(
    jwt({ ...person, client_id: 'c', tenant: 'Example', cnf: { jkt: 'x' } }),
  );
  expect(claims).toEqual({ client_id: 'c', tenant: '…', cnf: '…' });
});

describe('members of another form count as missing', () => {
  test.each([
    [{ expires_in: '3600' }, 3600],
    [{ expires_in: 'soon' }, null],
    [{ expires_in: null }, null],
    [{ expires_in: [] }, null],
    [{ expires_in: '' }, null],
  ])('%j lives for %j', (more, seconds) => {
    expect(factsOf('made-up', more).expiresIn).toBe(seconds);
  });

  test('nulls and lists are no texts', () => {
    const more = { token_type: null, scope: ['a'], refresh_token: null, id_token: 7 };
    expect(factsOf('made-up', more)).toMatchObject({
      ...{ type: null, scope: null, hasRefresh: false, hasId: false },
    });
  });
});

test.each(['a.b.c', 'eyJ9.eyJ9.', `${part([])}.${part({})}.x`, `${part({})}.${part(null)}.x`])(
  '%s is no JWT',
  (text) => {
    expect(factsOf(text).form).toBe('opaque');
  },
);

test('D20: any answer gives facts, and a prototype is never touched', () => {
  const claims = fc.dictionary(fc.string(), fc.jsonValue());
  const token = fc.oneof(
    fc.string(),
    fc.array(fc.base64String(), { maxLength: 4 }).map((parts) => parts.join('.')),
    fc.tuple(claims, claims).map(([header, body]) => jwt(body, header)),
    fc.constant(
      `${part({ alg: 'none' })}.${Buffer.from('{"__proto__":{"a":1}}').toString('base64url')}.`,
    ),
  );
  fc.assert(
    fc.property(token, claims, (text, more) => {
      const facts = tokenFacts({ ...(more as JsonObject), access_token: text });
      expect(['jwt', 'opaque']).toContain(facts.form);
      for (const name of Object.keys(facts.claims ?? {})) expect(name).not.toMatch(/^sub$|email/i);
      expect(({} as { a?: number }).a).toBeUndefined();
    }),
  );
});
