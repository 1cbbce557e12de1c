import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchange, ISSUER, type Answer } from '../../testing/exchange-builders.ts';
import { answerJson, answerRedirect, answerText } from '../../testing/fake-answers.ts';
import { authorizeOutcome, goesOn, isSentBack, isTurnedDown } from './authorize-outcome.ts';
import { authorizeWords } from './authorize-words.ts';

const REDIRECT = 'http://localhost:59846/callback';
const attempt = (answer: Answer, redirectUri = REDIRECT) => ({
  redirectUri,
  exchange: exchange({ method: 'GET', url: `${ISSUER}/authorize?client_id=x`, answer }),
});
const read = (answer: Answer, redirectUri = REDIRECT) =>
  authorizeOutcome(attempt(answer, redirectUri));
const to = (location: string, redirectUri?: string) => read(answerRedirect(location), redirectUri);
const page = (body: string, status = 200) => read(answerText(body, status));

describe('a redirect back', () => {
  test.each([
    ['?code=c&state=s&iss=i', { kind: 'code', back: { state: 's', iss: 'i' } }],
    ['?code=c', { kind: 'code', back: { state: null, iss: null } }],
    ['#access_token=t&state=s', { kind: 'token', back: { state: 's', iss: null } }],
    [
      '?error=invalid_scope&error_description=not+this&state=s',
      { kind: 'error-redirect', error: 'invalid_scope', said: 'invalid_scope not this' },
    ],
    ['#error=unsupported_response_type', { kind: 'error-redirect' }],
    ['?x=1', { kind: 'bare-redirect' }],
  ])('%s', (parameters, expected) => {
    expect(to(REDIRECT + parameters)).toMatchObject(expected);
  });

  test('to the scheme of an app', () => {
    const own = 'cursor://anysphere.cursor-mcp/oauth/callback';
    expect(to(`${own}?code=c`, own)).toMatchObject({ kind: 'code' });
  });
});

describe('a redirect elsewhere', () => {
  test.each([
    ['/interaction/abc', 'page'],
    ['https://login.example.com/?return_to=%2Fauthorize%3Fredirect_uri%3Dx', 'page'],
    ['/login?error=invalid_client', 'refused'],
    ['/oauth/error', 'unclear'],
    // The code goes to what is registered, not to what was asked.
    ['http://localhost:1/callback?code=c&state=s', 'unclear'],
    ['http://[', 'unclear'],
  ])('%s: %s', (location, kind) => {
    expect(to(location).kind).toBe(kind);
  });
});

describe('a page', () => {
  test.each([
    ['<h1>Sign in</h1>', 200, 'page'],
    ['<form><input type="password"></form>', 401, 'page'],
    ['<h1>Unauthorized</h1>', 401, 'refused'],
    ['<h1>Error: redirect_uri_mismatch</h1>', 200, 'refused'],
    ['{"error":"invalid_request"}', 200, 'refused'],
    ['{"ok":true}', 200, 'page'],
    ['<script>var e="AADSTS50011: no"</script>', 200, 'refused'],
    // What a program could say one day is not what the page says.
    ['<script>switch (e) { case "invalid_request": }</script><h1>Sign in</h1>', 200, 'page'],
    ['<h1>No</h1>', 400, 'refused'],
    ['<h1>No</h1>', 404, 'refused'],
    ['<h1>Oops</h1>', 500, 'server-error'],
    ['Slow down', 429, 'unclear'],
  ])('%s with %i: %s', (body, status, kind) => {
    expect(page(body, status).kind).toBe(kind);
  });

  test('that sends the browser back itself is read as the redirect that it should be', () => {
    expect(
      page(`<script>location="${REDIRECT}?error=invalid_request&state=s"</script>`),
    ).toMatchObject({
      kind: 'error-redirect',
      back: { state: 's' },
    });
  });

  test('of a firewall tells nothing of the server', () => {
    const answer = answerText('<title>Just a moment...</title>', 403, [
      ['cf-mitigated', 'challenge'],
    ]);
    expect(read(answer).kind).toBe('unclear');
  });

  test('says what it says: its JSON, Entra’s number, its text', () => {
    const json = answerJson({ error: 'invalid_client', error_description: 'who?' }, 400);
    expect(read(json)).toMatchObject({ said: 'invalid_client who?' });
    expect(page('<script>"AADSTS50011: x"</script><h1>Sorry</h1>', 400)).toMatchObject({
      said: 'AADSTS50011 Sorry',
    });
  });
});

test('no answer tells nothing', () => {
  expect(read('timeout').kind).toBe('unclear');
});

describe('any answer', () => {
  const LOCATION = fc.oneof(
    fc.string(),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.string().map((text) => `${REDIRECT}?${text}`),
  );
  const ANSWER = fc
    .record({ status: fc.integer({ min: 100, max: 599 }), body: fc.string(), location: LOCATION })
    .map(({ status, body, location }) => answerText(body, status, [['Location', location]]));

  test('is read as exactly one thing, and can be worded', () => {
    fc.assert(
      fc.property(ANSWER, fc.oneof(fc.constant(REDIRECT), fc.string()), (answer, redirectUri) => {
        const one = attempt(answer, redirectUri);
        const outcome = authorizeOutcome(one);
        const states = [goesOn(one), isTurnedDown(outcome)].filter(Boolean);
        expect(states.length).toBeLessThanOrEqual(1);
        expect(authorizeWords(outcome)).not.toBe('');
        if (isSentBack(one)) expect(outcome.kind).not.toBe('refused');
      }),
      { numRuns: 500 },
    );
  });

  test('that carries a state and an issuer back gives both as they were', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (state, iss) => {
        const query = new URLSearchParams({ code: 'c', state, iss }).toString();
        expect(to(`${REDIRECT}?${query}`)).toEqual({
          kind: 'code',
          back: { state, iss },
        });
      }),
    );
  });
});
