import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactText } from './text.ts';

describe('redactText keeps what a diagnosis needs', () => {
  test.each([
    'Bearer resource_metadata="https://x.dev/.well-known/oauth-protected-resource/mcp", scope="a b"',
    'Bearer error="invalid_token", error_description="The access token expired"',
    'WWW-Authenticate: Bearer realm="mcp"',
    '{"token_endpoint":"https://x.dev/token","token_endpoint_auth_methods_supported":["none"]}',
    '{"authorization_servers":["https://as.dev"],"bearer_methods_supported":["header"]}',
    '{"code_challenge_methods_supported":["S256"],"grant_types_supported":["authorization_code"]}',
    'The Bearer token is missing. Use Bearer authentication.',
    '{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"}}',
    'invalid_token: expired',
    'Error POSTing to endpoint (HTTP 404): not found',
    'HTTP Connection failed after 23ms (code: none, errno: none)',
    'https://mcp.acme.dev/mcp',
    '0c9f0e6e-3f3e-4c3a-9d0c-0f7a5be0a111 2026-11-23T15:11:41.366Z',
    'The token was not accepted, the key file is missing, code ERR_TLS_CERT_ALTNAME_INVALID',
    'token validation_of_audience failed, status code 401 after 12345ms',
    'task-list-of-all-the-things, risk-assessment-of-everything',
  ])('%s', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe('redactText hides', () => {
  test.each([
    ['Authorization: Bearer abc.def', 'Authorization: …'],
    ['-H "Authorization: Basic YWRhOnB3"', '-H "Authorization: …"'],
    ['got Bearer Bearer abc123', 'got Bearer … …'],
    ['Set-Cookie: sid=abc123; Path=/; HttpOnly', 'Set-Cookie: …; Path=…; HttpOnly'],
    ['{"access_token":"at-1","expires_in":3600}', '{"access_token":"…","expires_in":3600}'],
    [
      '{\\"refresh_token\\":\\"rt-1\\",\\"scope\\":\\"a\\"}',
      '{\\"refresh_token\\":\\"…\\",\\"scope\\":\\"a\\"}',
    ],
    [
      'grant_type=authorization_code&code=c1&code_verifier=v1',
      'grant_type=authorization_code&code=…&code_verifier=…',
    ],
    ['GET https://a:b@x.dev/?token=t1 failed', 'GET https://…@x.dev/?token=… failed'],
    ['password: hunter', 'password: …'],
    ['invalid_grant for refresh token 8xLOxBtZp8a1b2C3d4', 'invalid_grant for refresh token …'],
    ['the code is “c0d3c0d3c0d3c0d3-x”', 'the code is “…”'],
    ['key ghp_0123456789abcdefABCD used', 'key … used'],
  ])('H2: %s', (text, shown) => {
    expect(redactText(text)).toBe(shown);
  });

  test('H2: a private key, also one that was cut off', () => {
    const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n';
    expect(redactText(`a ${key}-----END RSA PRIVATE KEY----- b`)).toBe('a … b');
    expect(redactText(`a ${key}`)).toBe('a …');
  });
});

const body = fc.stringMatching(/^[a-z0-9]{10}[0-9][A-Za-z0-9]{14}$/);
const planted = fc.oneof(
  body.map((one) => ({ text: `Bearer ${one}`, secret: one })),
  body.map((one) => ({ text: `authorization: Basic ${one}=`, secret: one })),
  body.map((one) => ({ text: `eyJhbGciOiJIUzI1NiJ9.${one}.${one}`, secret: one })),
  fc
    .tuple(
      fc.constantFrom('sk-ant-api03-', 'ghp_', 'gho_', 'github_pat_', 'xoxb-', 'glpat-', 'GOCSPX-'),
      body,
    )
    .map(([head, one]) => ({ text: head + one, secret: one })),
  fc.stringMatching(/^[A-Z0-9]{16}$/).map((one) => ({ text: `AKIA${one}`, secret: one })),
  fc
    .tuple(
      fc.constantFrom('access_token', 'refresh_token', 'client_secret', 'apiKey', 'password'),
      body,
    )
    .chain(([name, one]) =>
      fc
        .constantFrom(`${name}=${one}`, `"${name}":"${one}"`, `${name}: ${one}`, `?${name}=${one}&`)
        .map((text) => ({ text, secret: one })),
    ),
  body.map((one) => ({ text: `https://ada:${one}@x.dev/mcp`, secret: one })),
  body.map((one) => ({
    text: `-----BEGIN PRIVATE KEY-----\n${one}\n-----END PRIVATE KEY-----`,
    secret: one,
  })),
  body.map((one) => ({ text: `Set-Cookie: sid=${one}; Path=/`, secret: one })),
);
/** Text that gets in the way: half credentials, quotes, separators, marks, control characters. */
const around = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        'Bearer ',
        'token=',
        '"',
        '\\"',
        '{',
        '[',
        ': ',
        '=',
        '&',
        '?',
        'https://',
        'eyJ',
        'a',
        '\n',
        '\u202e',
        '-----BEGIN ',
        'cookie: ',
        "'",
        '//',
        '@',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('redactText, whatever surrounds a secret', () => {
  test('H2: a planted secret does not come out', () => {
    fc.assert(
      fc.property(around, planted, around, (left, { text, secret }, right) => {
        expect(redactText(left + text + right)).not.toContain(secret);
      }),
      { numRuns: 3000 },
    );
  });

  test('H13: nothing that could forge or colour a line comes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(redactText(text)).not.toMatch(
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/,
        );
      }),
    );
    expect(redactText('a\u001b[31mred\u202e')).toBe('a\\u001b[31mred\\u202e');
  });

  test('H7: hostile repetitions cost time in proportion to their length', () => {
    const hostile = [
      'token=',
      'cookie:',
      'http://',
      'eyJ',
      'sk-',
      'bearer ',
      '"token":"',
      'a.',
      '-----BEGIN A-----',
      '//a@',
      '\\"',
      'token:[',
      'authorization:',
    ];
    const cost = (text: string): number => {
      const from = performance.now();
      redactText(text);
      return performance.now() - from;
    };
    for (const part of hostile) {
      // 300 KB: a quadratic rule would need minutes, a linear one some milliseconds.
      expect(cost(part.repeat(300_000 / part.length)), part).toBeLessThan(4000);
    }
  });

  test('H7: a text over the cap is cut and says so', () => {
    expect(redactText('a '.repeat(300_000))).toMatch(/… \(75712 more characters\)$/);
  });
});
