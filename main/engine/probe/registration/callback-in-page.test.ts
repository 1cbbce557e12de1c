import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { callbackInPage } from './callback-in-page.ts';

const REDIRECT = 'http://localhost:1/callback';
const given = (body: string) => Object.fromEntries(callbackInPage(body, REDIRECT) ?? []);

test.each([
  [`<script>location.replace("${REDIRECT}?code=c&state=s")</script>`, { code: 'c', state: 's' }],
  [`<script>go('http:\\/\\/localhost:1\\/callback?error=no')</script>`, { error: 'no' }],
  [`<meta content="0;url=${REDIRECT}?code=c&amp;state=s">`, { code: 'c', state: 's' }],
  [`<a href="${REDIRECT}">${REDIRECT}#access_token=t</a>`, { access_token: 't' }],
  [`<p>The answer goes to ${REDIRECT}?x=1.</p>`, {}],
  ['<h1>Sign in</h1>', {}],
])('%s', (body, expected) => {
  expect(given(body)).toEqual(expected);
});

test('any page and any redirect can be looked through', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (body, redirectUri) => {
      const found = callbackInPage(body, redirectUri);
      if (found !== null) expect(body.replaceAll('&amp;', '&')).toMatch(/=|code|error|token/);
    }),
  );
});
