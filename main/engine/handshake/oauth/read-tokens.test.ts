import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchange } from '../../testing/exchange-builders.ts';
import { answerText } from '../../testing/fake-answers.ts';
import { readTokens } from './read-tokens.ts';

const read = (body: string, status = 200) =>
  readTokens(exchange({ answer: answerText(body, status) }), null);

describe('a form in place of JSON', () => {
  test('is read by its names', () => {
    const { tokens } = read('access_token=a%2Bb&refresh_token=r&expires_in=60&scope=x+y&more=1');
    expect(tokens?.access.reveal()).toBe('a+b');
    expect(tokens?.refresh?.reveal()).toBe('r');
    expect(tokens?.facts).toMatchObject({ expiresIn: 60, scope: 'x y', type: null, hasId: false });
  });

  test('tells an error', () => {
    expect(read('error=bad_verification_code&error_description=Old.').error).toEqual({
      ...{ code: 'bad_verification_code', description: 'Old.' },
    });
  });

  test.each(['<a href="?access_token=x">', 'access_token=x and more', '', 'Access=x'])(
    '%j is none',
    (body) => {
      expect(read(body).tokens).toBeNull();
    },
  );
});

test.each([1.8e305, 1e16, -1e300])('a lifetime of %s seconds ends at no date', (expires) => {
  const body = JSON.stringify({ access_token: 'made-up', expires_in: expires });
  expect(read(body, 200).tokens?.expiresAt).toBeNull();
});

test('D20: whatever is answered, there are tokens only with 2xx and a text that a header can carry', () => {
  const member = fc.oneof(fc.jsonValue(), fc.constant('made-up'));
  const json = fc
    .record({ access_token: member, expires_in: member, error: member }, { requiredKeys: [] })
    .map((value) => JSON.stringify(value));
  const form = fc.string().map((value) => `access_token=${value}`);
  const body = fc.oneof(fc.string(), json, form);
  fc.assert(
    fc.property(body, fc.constantFrom(200, 201, 204, 302, 400, 500), (text, status) => {
      const { tokens } = read(text, status);
      if (tokens === null) return;
      expect(status).toBeLessThan(300);
      expect(tokens.access.reveal()).toMatch(/^[\x21-\x7e]+$/);
      expect(tokens.expiresAt === null || Number.isFinite(tokens.expiresAt)).toBe(true);
    }),
  );
});
