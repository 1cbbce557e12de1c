import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ISSUER, MCP_URL } from '../../testing/exchange-builders.ts';
import { authorizationUrl } from './attempt.ts';
import { newAttempt, REDIRECT } from './testing/rig.ts';

const sentBy = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('an attempt', () => {
  test('D5: has a verifier of 43 to 128 characters, and its S256 challenge', async () => {
    const { verifier, challenge } = await newAttempt();
    expect(verifier.reveal()).toMatch(/^[\w.~-]{43,128}$/);
    const hash = createHash('sha256').update(verifier.reveal()).digest('base64url');
    expect(challenge).toBe(hash);
  });

  test('D9: has a state of at least 128 random bits, and nothing in common with the next', async () => {
    const [one, two] = [await newAttempt(), await newAttempt()];
    expect(Buffer.from(one.state, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(one.state).not.toBe(two.state);
    expect(one.verifier.reveal()).not.toBe(two.verifier.reveal());
  });

  test('D9: cannot be changed after it has begun', async () => {
    const attempt = await newAttempt();
    expect(() => Object.assign(attempt, { tokenEndpoint: 'https://evil.example' })).toThrow();
  });

  test('F9: shows its verifier to nobody who prints it', async () => {
    const attempt = await newAttempt();
    expect(JSON.stringify(attempt)).not.toContain(attempt.verifier.reveal());
  });
});

describe('the address of the sign-in page', () => {
  test('D5, D11, D15: carries challenge, resource and redirect letter by letter', async () => {
    const attempt = await newAttempt({ prompt: 'consent' });
    expect(sentBy(authorizationUrl(attempt, `${ISSUER}/authorize`))).toEqual({
      response_type: 'code',
      client_id: 'made-up client',
      code_challenge: attempt.challenge,
      code_challenge_method: 'S256',
      redirect_uri: REDIRECT,
      state: attempt.state,
      scope: 'mcp:tools',
      prompt: 'consent',
      resource: MCP_URL,
    });
  });

  test('D5: never carries the verifier', async () => {
    const attempt = await newAttempt();
    const url = authorizationUrl(attempt, `${ISSUER}/authorize`);
    expect(url).not.toContain(attempt.verifier.reveal());
  });

  test('keeps a query of the endpoint and leaves out what is not asked for', async () => {
    const attempt = await newAttempt({ scope: null, resource: null });
    const sent = sentBy(authorizationUrl(attempt, `${ISSUER}/authorize?tenant=1#top`));
    expect(sent.tenant).toBe('1');
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['scope']));
    expect(sent.resource).toBeUndefined();
  });

  test.each(['javascript:alert(1)', '/authorize', 'https://user:pass@auth.example/', ''])(
    'D6: is not made of %j',
    async (endpoint) => {
      const attempt = await newAttempt();
      expect(() => authorizationUrl(attempt, endpoint)).toThrow(RangeError);
    },
  );
});
