import { table } from './signature.ts';

const OAUTH = {
  clients: ['claude-code', 'mcp-remote', 'claude-desktop-3p', 'ts-sdk'],
  formats: 'all',
  seenIn: ['claude-code 2.1.197', 'claude-code 2.1.330', 'mcp-remote 0.15.1'],
  source: 'observed',
} as const;
const issue = (number: number): string =>
  `https://github.com/anthropics/claude-code/issues/${number}`;

/** What the client libraries say where registration fails. */
export const REGISTRATION_ERRORS = table(OAUTH, [
  {
    id: 'no-registration',
    code: 'F40',
    step: 'registration',
    event: 'failed',
    needle: 'does not support dynamic client registration',
    pattern: /does not support dynamic client registration/,
    sample:
      'HTTP Connection failed after 88ms: Incompatible auth server: does not support dynamic client registration (code: none, errno: none)',
  },
  {
    id: 'answer-is-not-json',
    code: 'F34',
    step: 'registration',
    event: 'failed',
    needle: 'Invalid OAuth error response',
    pattern: /Invalid OAuth error response/,
    seenIn: ['claude-code before 2.1.119'],
    source: 'https://github.com/taylorwilsdon/google_workspace_mcp/issues/382',
    sample:
      'SDK auth failed: HTTP 404: Invalid OAuth error response: SyntaxError: Unexpected token \'N\', "Not Found" is not valid JSON. Raw body: Not Found',
  },
  {
    id: 'registration-limit',
    code: 'F49',
    step: 'registration',
    event: 'failed',
    needle: 'egistration rejected (HTTP 429',
    pattern: /egistration rejected \(HTTP 429/,
    source: 'https://github.com/anthropics/claude-ai-mcp/issues/413',
    seenIn: [],
    sample: 'Dynamic Client Registration rejected (HTTP 429): {"error":"too_many_requests"}',
  },
  {
    id: 'registration-limit-policy',
    code: 'F49',
    step: 'registration',
    event: 'failed',
    needle: 'Max Clients Limit',
    pattern: /Policy 'Max Clients Limit'/,
    source: 'https://github.com/anthropics/claude-ai-mcp/issues/413',
    seenIn: [],
    sample:
      "HTTP Connection failed after 51ms: Policy 'Max Clients Limit' rejected request to client-registration service",
  },
  {
    id: 'registration-refuses-redirect-object',
    code: 'F43',
    step: 'registration',
    event: 'failed',
    needle: 'RegistrationRejectedError',
    pattern: /"name":"RegistrationRejectedError".{0,120}invalid_redirect_uri/,
    seenIn: ['mcp-remote 0.15.1'],
    sample:
      'Fatal error: {"name":"RegistrationRejectedError","status":400,"body":"{\\"error\\":\\"invalid_redirect_uri\\"}"}',
  },
  {
    id: 'registration-refuses-redirect',
    code: 'F43',
    step: 'registration',
    event: 'failed',
    needle: 'egistration rejected',
    pattern: /egistration rejected.{0,200}invalid_redirect_uri/,
    seenIn: ['mcp-remote 0.15.1'],
    sample:
      'Fatal error: RegistrationRejectedError: Dynamic Client Registration rejected (HTTP 400): {"error":"invalid_redirect_uri","error_description":"localhost not allowed"}',
  },
  {
    id: 'localhost-not-allowed',
    code: 'F43',
    step: 'registration',
    event: 'failed',
    needle: 'not allowed',
    pattern:
      /\b(?:localhost|127\.0\.0\.1|loopback|redirect[ _]ur[il]s?)\b[^\n]{0,80}\bnot allowed/i,
    seenIn: ['claude-code 2.1.197'],
    sample: 'HTTP Connection failed after 64ms: localhost not allowed (code: none, errno: none)',
  },
  {
    id: 'registration-refused-object',
    code: 'F42',
    step: 'registration',
    event: 'failed',
    needle: '"name":"RegistrationRejectedError"',
    pattern: /"name":"RegistrationRejectedError"/,
    seenIn: ['mcp-remote 0.15.1'],
    sample: 'Fatal error: {"name":"RegistrationRejectedError","status":401,"body":"{}"}',
  },
  {
    id: 'registration-refused',
    code: 'F42',
    step: 'registration',
    event: 'failed',
    needle: 'Client Registration rejected',
    pattern: /Client Registration rejected/,
    seenIn: ['mcp-remote 0.15.1'],
    sample:
      'Dynamic Client Registration rejected (HTTP 401): {"error":"invalid_token","error_description":"initial access token required"}',
  },
  {
    id: 'registration-failed',
    code: 'F42',
    step: 'registration',
    event: 'failed',
    needle: 'ynamic client registration failed',
    pattern: /ynamic client registration failed/,
    seenIn: [],
    source: 'https://github.com/anthropics/claude-ai-mcp/issues/82',
    sample: 'Error: Dynamic client registration failed: HTTP 400',
  },
  {
    id: 'registration-policy',
    code: 'F42',
    step: 'registration',
    event: 'failed',
    needle: 'invalid_client_metadata',
    pattern: /\binvalid_client_metadata\b/,
    seenIn: [],
    source: 'https://github.com/anthropics/claude-ai-mcp/issues/82',
    sample:
      'SDK auth failed: invalid_client_metadata: token_endpoint_auth_method none is not supported',
  },
  {
    id: 'registration-answer-malformed',
    code: 'F47',
    step: 'registration',
    event: 'failed',
    needle: 'SDK auth failed: [',
    pattern: /SDK auth failed: \[/,
    seenIn: [],
    source: issue(52565),
    sample:
      'SDK auth failed: [ { "expected": "string", "code": "invalid_type", "path": [ "client_uri" ] } ]',
  },
]);
