import { expect, test } from 'vitest';
import { ISSUER, MCP_URL } from '../../testing/exchange-builders.ts';
import { call, healthyRound } from '../../testing/healthy-trace.ts';
import { bearerOf, parameterOf, parseChallenges } from '../../probe/challenge.ts';
import { formActionLine, redirectLines, scopeLine, tokenErrorLines } from './sign-in-lines.ts';

const HOSTED = 'https://claude.ai/api/mcp/auth_callback';

test('a policy lets the browser back to the origin of the client, whatever port it listens on', () => {
  const line = (redirectUri: string) => formActionLine(healthyRound({ redirectUri }));
  expect(line(HOSTED)).toBe("Content-Security-Policy: form-action 'self' https://claude.ai");
  expect(line('http://localhost:3118/callback')).toBe(
    "Content-Security-Policy: form-action 'self' http://localhost:* http://127.0.0.1:*",
  );
  expect(line('claude://claude.ai/mcp-auth-callback/sdk')).toMatch(/'self' claude:$/);
  expect(line('no address')).toBeNull();
});

test('the redirect goes to the redirect URI of the request, with its query', () => {
  const to = (redirectUri: string) => redirectLines(healthyRound({ redirectUri }));
  expect(to(HOSTED)).toMatch(/^HTTP\/1\.1 303 .+\nLocation: \S+auth_callback\?code=\S+&state=\S+$/);
  expect(to(`${ISSUER}/back?to=us`)).toMatch(/\?to=us&code=/);
});

test('the header of a 403 can be read as it stands, and leads to the metadata of the server', () => {
  const [, value] = scopeLine(call(403)).split(': ');
  const bearer = bearerOf(parseChallenges(value ?? ''));
  expect(bearer && parameterOf(bearer, 'error')).toBe('insufficient_scope');
  expect(bearer && parameterOf(bearer, 'resource_metadata')).toBe(
    new URL('/.well-known/oauth-protected-resource/mcp', MCP_URL).href,
  );
});

test('an error of the token endpoint is JSON behind a blank line', () => {
  const [head, body] = tokenErrorLines(401, 'invalid_client').split('\n\n');
  expect(head).toMatch(/^HTTP\/1\.1 401 Unauthorized\nContent-Type: application\/json\n/);
  expect(JSON.parse(body ?? '')).toEqual({ error: 'invalid_client' });
});
