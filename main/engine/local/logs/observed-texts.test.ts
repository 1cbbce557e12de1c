import { expect, test } from 'vitest';
import type { LogFormat } from '../../model/log-evidence.ts';
import { signatureMatcher } from './match-signature.ts';

/**
 * Every distinct text about a fault that the recorded runs wrote into their logs, with its numbers and
 * addresses made plain (docs: how the clients were run), and the mode that it must lead to. Null is
 * that the text alone says too little: it tells the story or repeats what another line names.
 */
const OBSERVED: readonly (readonly [format: LogFormat, text: string, code: string | null])[] = [
  ['code-jsonl', 'HTTP Connection failed after 9ms: Unauthorized (code: none, errno: none)', null],
  ['code-jsonl', 'Error: Unauthorized', null],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: localhost not allowed (code: none, errno: none)',
    'F43',
  ],
  ['code-jsonl', 'vce: localhost not allowed', 'F43'],
  ['code-jsonl', 'Connection failed after 9ms: localhost not allowed', 'F43'],
  ['code-jsonl', 'Connection failed: localhost not allowed', 'F43'],
  ['code-jsonl', 'Marked step-up pending: a b admin', 'F87'],
  ['code-jsonl', 'Step-up pending (a b admin), omitting refresh_token', 'F87'],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: Incompatible auth server: does not support dynamic client registration (code: none, errno: none)',
    'F40',
  ],
  [
    'code-jsonl',
    'Error: Incompatible auth server: does not support dynamic client registration',
    'F40',
  ],
  [
    'code-jsonl',
    'Connection failed after 9ms: Incompatible auth server: does not support dynamic client registration',
    'F40',
  ],
  [
    'code-jsonl',
    'Connection failed: Incompatible auth server: does not support dynamic client registration',
    'F40',
  ],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: Incompatible auth server: does not support code challenge method S256 (code: none, errno: none)',
    'F33',
  ],
  [
    'code-jsonl',
    'Error: Incompatible auth server: does not support code challenge method S256',
    'F33',
  ],
  [
    'code-jsonl',
    'Connection failed after 9ms: Incompatible auth server: does not support code challenge method S256',
    'F33',
  ],
  [
    'code-jsonl',
    'Connection failed: Incompatible auth server: does not support code challenge method S256',
    'F33',
  ],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: Protected resource http://127.0.0.1:1/mcp/ does not match expected http://127.0.0.1:1/mcp (or origin) (code: none, errno: none)',
    'F26',
  ],
  [
    'code-jsonl',
    'Error: Protected resource http://127.0.0.1:1/mcp/ does not match expected http://127.0.0.1:1/mcp (or origin)',
    'F26',
  ],
  [
    'code-jsonl',
    'Connection failed after 9ms: Protected resource http://127.0.0.1:1/mcp/ does not match expected http://127.0.0.1:1/mcp (or origin)',
    'F26',
  ],
  [
    'code-jsonl',
    'Connection failed: Protected resource http://127.0.0.1:1/mcp/ does not match expected http://127.0.0.1:1/mcp (or origin)',
    'F26',
  ],
  ['code-jsonl', 'Token expires in: 1', 'F91'],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: Streamable HTTP error: Server returned 401 after successful authentication (code: 401, errno: none)',
    'F83',
  ],
  [
    'code-jsonl',
    'Error: Streamable HTTP error: Server returned 401 after successful authentication',
    'F83',
  ],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: Streamable HTTP error: Error POSTing to endpoint: {"error":"nf"} (code: 404, errno: none)',
    null,
  ],
  ['code-jsonl', 'Error: Streamable HTTP error: Error POSTing to endpoint: {"error":"nf"}', null],
  [
    'code-jsonl',
    'Connection failed after 9ms: MCP endpoint not found at http://127.0.0.1:1/mcp. Check the URL in your MCP config.',
    'F21',
  ],
  [
    'code-jsonl',
    'Connection failed: MCP endpoint not found at http://127.0.0.1:1/mcp. Check the URL in your MCP config.',
    'F21',
  ],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: Authentication required; client registration is deferred until the user authenticates (code: none, errno: none)',
    null,
  ],
  [
    'code-jsonl',
    'McpClientRegistrationDeferredError: Authentication required; client registration is deferred until the user authenticates',
    null,
  ],
  ['code-jsonl', 'UnauthorizedError: Unauthorized', null],
  [
    'code-jsonl',
    'Connection failed after 9ms, 9ms of it awake: Incompatible auth server: does not support dynamic client registration',
    'F40',
  ],
  [
    'code-jsonl',
    'Connection failed after 9ms, 9ms of it awake: Incompatible auth server: does not support code challenge method S256',
    'F33',
  ],
  [
    'code-jsonl',
    'Connection failed after 9ms, 9ms of it awake: Protected resource http://127.0.0.1:1/ does not match expected http://127.0.0.1:1 (or origin)',
    'F26',
  ],
  [
    'code-jsonl',
    'Connection failed: Protected resource http://127.0.0.1:1/ does not match expected http://127.0.0.1:1 (or origin)',
    'F26',
  ],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: Server returned 401 after re-authentication (code: CLIENT_HTTP_AUTHENTICATION, errno: none)',
    'F83',
  ],
  ['code-jsonl', 'SdkHttpError: Server returned 401 after re-authentication', 'F83'],
  [
    'code-jsonl',
    'initialize POST rejected (Error POSTing to endpoint: {"error":"nf"}); trying legacy HTTP+SSE',
    null,
  ],
  [
    'code-jsonl',
    'legacy HTTP+SSE not confirmed (SSE error: Non-200 status code (404)); surfacing the POST failure',
    null,
  ],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: Error POSTing to endpoint: {"error":"nf"} (code: CLIENT_HTTP_NOT_IMPLEMENTED, errno: none)',
    null,
  ],
  ['code-jsonl', 'SdkHttpError: Error POSTing to endpoint: {"error":"nf"}', null],
  [
    'code-jsonl',
    'Connection failed after 9ms, 9ms of it awake (ENDPOINT_NOT_FOUND): MCP endpoint not found at http://127.0.0.1:1. Check the URL in your MCP config.',
    'F21',
  ],
  [
    'code-jsonl',
    'Connection failed (ENDPOINT_NOT_FOUND): MCP endpoint not found at http://127.0.0.1:1. Check the URL in your MCP config.',
    'F21',
  ],
  [
    'remote-debug',
    'Could not open a browser automatically. Please copy and paste the URL above into your browser.',
    'F73',
  ],
  ['remote-debug', 'Authorization failed: access_denied - user said no', 'F67'],
  ['remote-debug', 'Fatal error: {}', null],
  [
    'remote-debug',
    'Connection error: {"name":"RegistrationRejectedError","status":400,"body":"{\\"error\\":\\"invalid_redirect_uri\\",\\"error_description\\":\\"localhost not allowed\\"}"}',
    'F43',
  ],
  [
    'remote-debug',
    'Connection error {"errorMessage":"Dynamic Client Registration rejected (HTTP 400): {\\"error\\":\\"invalid_redirect_uri\\",\\"error_description\\":\\"localhost not allowed\\"}"}',
    'F43',
  ],
  [
    'remote-debug',
    'Fatal error: {"name":"RegistrationRejectedError","status":400,"body":"{\\"error\\":\\"invalid_redirect_uri\\",\\"error_description\\":\\"localhost not allowed\\"}"}',
    'F43',
  ],
  ['remote-debug', 'Authorizing with the scope the server asked for: a b admin', 'F87'],
  [
    'remote-debug',
    'Authorization error: {"name":"IssuerMismatchError","kind":"authorization_response","expected":"http://127.0.0.1:1","received":"https://evil.example.com"}',
    'F32',
  ],
  [
    'remote-debug',
    'Authorization error during finishAuth {"errorMessage":"Issuer mismatch in authorization response (RFC 9207): expected \\"http://127.0.0.1:1\\", received \\"https://evil.example.com\\""}',
    'F32',
  ],
  [
    'remote-debug',
    'Fatal error: {"name":"IssuerMismatchError","kind":"authorization_response","expected":"http://127.0.0.1:1","received":"https://evil.example.com"}',
    'F32',
  ],
  [
    'remote-debug',
    'Connection error: {"name":"IssuerMismatchError","kind":"metadata","expected":"http://127.0.0.1:1","received":"https://evil.example.com"}',
    'F31',
  ],
  [
    'remote-debug',
    'Connection error {"errorMessage":"Issuer mismatch in authorization server metadata (RFC 8414 §3.3): expected \\"http://127.0.0.1:1\\", received \\"https://evil.example.com\\""}',
    'F31',
  ],
  [
    'remote-debug',
    'Fatal error: {"name":"IssuerMismatchError","kind":"metadata","expected":"http://127.0.0.1:1","received":"https://evil.example.com"}',
    'F31',
  ],
  ['remote-debug', 'Connection error: {}', null],
  [
    'remote-debug',
    'Connection error {"errorMessage":"Incompatible auth server: does not support dynamic client registration"}',
    'F40',
  ],
  ['remote-debug', 'Received 401 with WWW-Authenticate header {"hasHeader":false}', 'F20'],
  [
    'remote-debug',
    'Connection error {"errorMessage":"Incompatible auth server: does not support code challenge method S256"}',
    'F33',
  ],
  [
    'remote-debug',
    'No Protected Resource Metadata found, falling back to server URL as authorization server',
    'F24',
  ],
  [
    'remote-debug',
    'No Protected Resource Metadata found, using server URL as authorization server',
    'F24',
  ],
  [
    'remote-debug',
    'Connection error {"errorMessage":"Protected resource http://127.0.0.1:1/mcp/ does not match expected http://127.0.0.1:1/mcp (or origin)"}',
    'F26',
  ],
  ['remote-debug', 'Successfully fetched Protected Resource Metadata {}', 'F23'],
  ['remote-debug', 'PRM found but no authorization_servers, falling back to server URL', 'F27'],
  [
    'remote-debug',
    'Saving tokens {"hasAccessToken":true,"hasRefreshToken":true,"expiresIn":"1 seconds","expiresInValue":1}',
    'F91',
  ],
  ['remote-debug', 'Authorization error: {"code":"invalid_grant","name":"OAuthError"}', 'F81'],
  ['remote-debug', 'Authorization error during finishAuth {"errorMessage":"code expired"}', 'F81'],
  ['remote-debug', 'Fatal error: {"code":"invalid_grant","name":"OAuthError"}', 'F81'],
  [
    'remote-debug',
    'The server rejected a token it had just issued - discarding it and signing in again',
    'F83',
  ],
  [
    'remote-debug',
    'Rejected token after a successful authorization {"message":"Server returned 401 after re-authentication"}',
    'F83',
  ],
  ['remote-debug', 'Received error (status 404): Error POSTing to endpoint: {"error":"nf"}', null],
  [
    'remote-debug',
    'Connection error: {"code":404,"event":{"code":404,"message":"Non-200 status code (404)"}}',
    'F21',
  ],
  [
    'remote-debug',
    'Connection error {"errorMessage":"SSE error: Non-200 status code (404)"}',
    'F21',
  ],
  [
    'remote-debug',
    'Fatal error: {"code":404,"event":{"code":404,"message":"Non-200 status code (404)"}}',
    'F21',
  ],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: ECONNREFUSED: Unable to connect. Is the computer able to access the url? (code: ECONNREFUSED, errno: none)',
    'F14',
  ],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: Unable to connect. Is the computer able to access the url? (code: ConnectionRefused, errno: none)',
    'F14',
  ],
  [
    'code-jsonl',
    'Connection failed (ECONNREFUSED): ECONNREFUSED: Unable to connect. Is the computer able to access the url?',
    'F14',
  ],
  ['code-jsonl', 'Connection failed (EAI_AGAIN): getaddrinfo EAI_AGAIN nope.invalid', 'F14'],
  [
    'code-jsonl',
    'Connection failed after 9ms, 9ms of it awake (502): Error POSTing to endpoint: <html>Bad Gateway</html>',
    'F14',
  ],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: Streamable HTTP error: Error POSTing to endpoint: <html>Bad Gateway</html> (code: 502, errno: none)',
    'F14',
  ],
  ['code-jsonl', 'Connection failed: SSE error: Non-200 status code (502)', 'F14'],
  ['code-jsonl', 'Connection failed (502): SSE error: Non-200 status code (502)', 'F14'],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: self signed certificate (code: DEPTH_ZERO_SELF_SIGNED_CERT, errno: none)',
    'F10',
  ],
  ['code-jsonl', 'Connection failed: self signed certificate', 'F10'],
  [
    'code-jsonl',
    'HTTP Connection failed after 9ms: MCP server "hang" connection timed out after 4000ms (code: CONNECT_TIMEOUT, errno: none)',
    'F133',
  ],
  ['code-jsonl', 'Connection failed: MCP server "slow" connection timed out after 4000ms', 'F133'],
  [
    'code-jsonl',
    "Connection failed (ENOENT): ENOENT: no such file or directory, posix_spawn '/no/such/command'",
    'F124',
  ],
  ['code-jsonl', 'Connection failed (CONNECTION_CLOSED): Connection closed', null],
  ['code-jsonl', 'Header values reference unset environment variables: NOPE_TOKEN', 'F118'],
];

test.each(OBSERVED)('%s: %s', (format, text, code) => {
  const match = signatureMatcher(format)(text);
  expect(match).not.toBeNull();
  expect(match?.signature.code).toBe(code);
});

/** Said beside a line that is known; alone they name no fault and are passed over. */
const UNKNOWN: readonly (readonly [format: LogFormat, text: string])[] = [
  [
    'code-jsonl',
    'version negotiation probe failed on the http transport; reconnecting pinned legacy',
  ],
  ['remote-debug', 'Authentication error detected {"errorMessage":"Unauthorized"}'],
  [
    'remote-debug',
    'Failed to fetch from WWW-Authenticate URL, falling back to well-known discovery',
  ],
  ['remote-debug', 'Protected Resource Metadata discovery failed - no metadata found'],
  ['remote-debug', 'Invalidating credentials: tokens'],
  ['remote-debug', 'OAuth tokens invalidated'],
  ['remote-debug', 'Token request stack trace: Error'],
];

test.each(UNKNOWN)('%s: “%s” is passed over, by name', (format, text) => {
  expect(signatureMatcher(format)(text)).toBeNull();
});
