import { expect, test } from 'vitest';
import { isSignInPage } from './guessed-endpoint.ts';

test.each([200, 302, 303, 400])(
  'AS-27: %i without parameters may be an authorization endpoint',
  (status) => {
    expect(isSignInPage(status)).toBe(true);
  },
);

test.each([null, 401, 403, 404, 405, 500])('AS-27: %s is none', (status) => {
  expect(isSignInPage(status)).toBe(false);
});
