import { table } from './signature.ts';

const OAUTH = {
  clients: ['claude-code', 'mcp-remote', 'claude-desktop-3p', 'ts-sdk'],
  formats: 'all',
  seenIn: ['claude-code 2.1.197', 'claude-code 2.1.330', 'mcp-remote 0.15.1'],
  source: 'observed',
} as const;
const issue = (number: number): string =>
  `https://github.com/anthropics/claude-code/issues/${number}`;
const REFRESH = /(?:[Rr]efresh.{0,200}\binvalid_grant\b|\binvalid_grant\b.{0,200}[Rr]efresh)/;

/** The codes of RFC 6749 §5.2; they mean another thing while a token is renewed. */
export const TOKEN_ERRORS = table({ ...OAUTH, seenIn: ['mcp-remote 0.15.1'] }, [
  {
    id: 'refresh-refused',
    isInferred: true,
    code: 'F91',
    step: 'refresh',
    event: 'failed',
    needle: 'invalid_grant',
    pattern: REFRESH,
    seenIn: [],
    source: 'https://code.claude.com/docs/en/mcp',
    sample: 'Token refresh failed: invalid_grant',
  },
  {
    id: 'refresh-failed',
    isInferred: true,
    code: 'F91',
    step: 'refresh',
    event: 'failed',
    needle: 'oken refresh failed',
    pattern: /[Tt]oken refresh failed/,
    seenIn: [],
    source: 'https://code.claude.com/docs/en/mcp',
    sample: 'Token refresh failed: HTTP 400',
  },
  {
    id: 'client-forgotten',
    code: 'F50',
    step: 'token',
    event: 'failed',
    needle: 'invalid_client',
    pattern: /\binvalid_client\b/,
    seenIn: [],
    source: issue(4760),
    sample: 'Authorization error: {"code":"invalid_client","name":"OAuthError"}',
  },
  {
    id: 'client-unknown',
    code: 'F50',
    step: 'authorize',
    event: 'failed',
    needle: 'nvalid client_id',
    pattern: /[Ii]nvalid client_id/,
    seenIn: [],
    source: issue(4760),
    sample: 'OAuth error: Invalid client_id',
  },
  {
    id: 'token-refused',
    code: 'F81',
    step: 'token',
    event: 'failed',
    needle: 'invalid_grant',
    pattern: /\binvalid_grant\b/,
    sample: 'Authorization error: {"code":"invalid_grant","name":"OAuthError"}',
  },
  {
    id: 'token-refused-pkce',
    isInferred: true,
    code: 'F81',
    step: 'token',
    event: 'failed',
    needle: 'PKCE ',
    pattern: /\bPKCE (?:verification )?(?:failed|validation failed|error)/i,
    seenIn: [],
    source: issue(35294),
    sample: 'Authorization error: PKCE verification failed',
  },
  {
    id: 'finish-auth',
    code: 'F81',
    step: 'token',
    event: 'failed',
    needle: 'Authorization error during finishAuth',
    pattern: /Authorization error during finishAuth/,
    sample:
      'Authorization error during finishAuth {"errorMessage":"code expired","stack":"OAuthError: code expired"}',
  },
  {
    id: 'token-answer-malformed',
    isInferred: true,
    code: 'F82',
    step: 'token',
    event: 'failed',
    needle: 'token_type',
    pattern: /"path":\s{0,20}\[\s{0,20}"token_type"/,
    seenIn: [],
    source: 'https://code.claude.com/docs/en/mcp',
    sample: 'SDK auth failed: {"code":"invalid_type","path":["token_type"],"message":"Required"}',
  },
]);
