import { expect, test } from 'vitest';
import { Secret } from '../../secrets/secret.ts';
import { unsignedCopy, withBrokenSignature } from './altered-tokens.ts';

const JWT = new Secret('eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.AbCdEfGhIj');

test('RS-17: a broken signature differs in one character of the signature', () => {
  const broken = withBrokenSignature(JWT)!.reveal();
  const differing = [...broken].filter((one, at) => one !== JWT.reveal()[at]);
  expect([differing.length, broken.length]).toEqual([1, JWT.length]);
  expect(broken.slice(0, broken.lastIndexOf('.'))).toBe('eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0');
});

test('RS-17: the unsigned copy has the same claims, alg none and no signature', () => {
  const [header, claims, signature] = unsignedCopy(JWT)!.reveal().split('.');
  expect(JSON.parse(atob(header!))).toEqual({ alg: 'none', typ: 'JWT' });
  expect([claims, signature]).toEqual(['eyJhdWQiOiJ4In0', '']);
});

test('a token that is no JWT cannot be altered so', () => {
  for (const text of ['opaque', 'a.b', 'a.b.c.d', 'a b.c.d'])
    expect([withBrokenSignature(new Secret(text)), unsignedCopy(new Secret(text))]).toEqual([
      null,
      null,
    ]);
});
