import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../model/evidence.ts';
import { answerDefect } from './answer-defect.ts';

const GOOD: JsonObject = { client_id: 'a', redirect_uris: ['http://localhost/callback'] };

describe('the answer to a registration, as the TypeScript SDKs read it', () => {
  test.each<[string, JsonObject, string | null]>([
    ['as it should be', {}, null],
    ['a null secret', { client_secret: null }, 'client_secret is null'],
    ['an empty client_uri', { client_uri: '' }, 'client_uri is an empty text'],
    ['an empty logo_uri', { logo_uri: '' }, null],
    [
      'a time as text',
      { client_id_issued_at: '1' },
      'client_id_issued_at is a text of the wrong form',
    ],
    ['a time with a fraction', { client_secret_expires_at: 1.5 }, null],
    ['a scope as a list', { scope: ['a'] }, 'scope is a list of the wrong form'],
    ['a number for an id', { client_id: 7 }, 'client_id is a number'],
    ['keys that are null', { jwks: null }, null],
  ])('%s', (_, changes, words) => {
    const found = answerDefect({ ...GOOD, ...changes }, 'strict');
    expect(found === null ? null : `${found.member} ${found.what}`).toBe(words);
  });

  test('client_id and redirect_uris must be there', () => {
    expect(answerDefect({ client_id: 'a' }, 'strict')?.member).toBe('redirect_uris');
    expect(answerDefect({ redirect_uris: [] }, 'strict')?.member).toBe('client_id');
  });
});

test('the Python SDK lets null, empty addresses and missing redirects pass, and no text for a time', () => {
  const lax = { client_id: 'a', client_secret: null, client_uri: '' };
  expect(answerDefect(lax, 'nulls-pass')).toBeNull();
  expect(answerDefect({ ...lax, client_id_issued_at: 'now' }, 'nulls-pass')?.member).toBe(
    'client_id_issued_at',
  );
});

test('VS Code looks for the id alone', () => {
  expect(answerDefect({ client_id: 7, scope: null }, 'loose')).toBeNull();
  expect(answerDefect({}, 'loose')?.member).toBe('client_id');
});

test('whatever passes strictly passes all, and every defect names a member and a state', () => {
  const object = fc.dictionary(
    fc.oneof(fc.constantFrom('client_id', 'redirect_uris', 'client_uri', 'scope'), fc.string()),
    fc.jsonValue() as fc.Arbitrary<Json>,
  );
  fc.assert(
    fc.property(object, (json) => {
      const strict = answerDefect(json, 'strict');
      if (strict === null) expect(answerDefect(json, 'loose')).toBeNull();
      if (strict === null) expect(answerDefect(json, 'nulls-pass')).toBeNull();
      else expect(`${strict.member} ${strict.what}`).toMatch(/^\w+ is /);
    }),
  );
});
