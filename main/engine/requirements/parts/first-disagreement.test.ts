import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../model/evidence.ts';
import { firstDisagreement } from './first-disagreement.ts';

const MATTERS = ['issuer'];

test.each<[JsonObject, JsonObject, string | null]>([
  [{ issuer: 'a' }, { issuer: 'a' }, null],
  [{ issuer: 'a', z: 1 }, { issuer: 'b', z: 2 }, 'issuer'],
  [{ scopes: ['a', 'b'] }, { scopes: ['b', 'a'] }, null],
  [
    { authorization_servers: ['a', 'b'] },
    { authorization_servers: ['b', 'a'] },
    'authorization_servers',
  ],
  [{ nested: { a: 1, b: [2] } }, { nested: { b: [2], a: 1 } }, null],
  [{ a: null }, {}, 'a'],
  [{}, { constructor: 'x' }, 'constructor'],
])('%j and %j', (one, two, field) => {
  expect(firstDisagreement(one, two, MATTERS, 'compared')).toBe(field);
});

test('members that do not matter can be left', () => {
  expect(firstDisagreement({ z: 1 }, { z: 2 }, MATTERS, 'left')).toBeNull();
});

test('a document agrees with itself, whatever is in it', () => {
  const document = fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<JsonObject>;
  fc.assert(
    fc.property(document, (one) => {
      expect(firstDisagreement(one, structuredClone(one), MATTERS, 'compared')).toBeNull();
    }),
  );
});
