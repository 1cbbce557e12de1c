import { table } from './signature.ts';

const OAUTH = {
  clients: ['claude-code', 'mcp-remote', 'claude-desktop-3p', 'ts-sdk'],
  formats: 'all',
  seenIn: ['claude-code 2.1.197', 'claude-code 2.1.330', 'mcp-remote 0.15.1'],
  source: 'observed',
} as const;

/** What the client libraries say of metadata and the issuer. */
export const DISCOVERY_ERRORS = table(OAUTH, [
  {
    id: 'no-s256',
    code: 'F33',
    step: 'server-metadata',
    event: 'failed',
    needle: 'does not support code challenge method',
    pattern: /does not support code challenge method/,
    sample:
      'Connection failed: Incompatible auth server: does not support code challenge method S256',
  },
  {
    id: 'resource-mismatch',
    code: 'F26',
    step: 'resource-metadata',
    event: 'failed',
    needle: 'does not match expected',
    pattern: /Protected resource \S{1,2000} does not match expected \S{1,2000}/,
    sample:
      'Error: Protected resource http://127.0.0.1:38547/mcp/ does not match expected http://127.0.0.1:38547/mcp (or origin)',
  },
  {
    id: 'issuer-mismatch-callback',
    code: 'F32',
    step: 'callback',
    event: 'failed',
    needle: 'ssuer mismatch in authorization response',
    pattern: /[Ii]ssuer mismatch in authorization response/,
    sample:
      'Authorization error during finishAuth {"errorMessage":"Issuer mismatch in authorization response (RFC 9207): expected \\"http://127.0.0.1:1\\", received \\"https://evil.example.com\\""}',
  },
  {
    id: 'issuer-mismatch-callback-object',
    code: 'F32',
    step: 'callback',
    event: 'failed',
    needle: 'IssuerMismatchError',
    pattern: /"name":"IssuerMismatchError","kind":"authorization_response"/,
    seenIn: ['mcp-remote 0.15.1'],
    sample:
      'Fatal error: {"name":"IssuerMismatchError","kind":"authorization_response","expected":"http://127.0.0.1:1","received":"https://evil.example.com"}',
  },
  {
    id: 'issuer-mismatch-metadata',
    code: 'F31',
    step: 'server-metadata',
    event: 'failed',
    needle: 'ssuer mismatch in authorization server metadata',
    pattern: /[Ii]ssuer mismatch in authorization server metadata/,
    sample:
      'Connection error {"errorMessage":"Issuer mismatch in authorization server metadata (RFC 8414 §3.3): expected \\"http://127.0.0.1:1\\", received \\"https://evil.example.com\\""}',
  },
  {
    id: 'issuer-mismatch-metadata-object',
    code: 'F31',
    step: 'server-metadata',
    event: 'failed',
    needle: 'IssuerMismatchError',
    pattern: /"name":"IssuerMismatchError","kind":"metadata"/,
    seenIn: ['mcp-remote 0.15.1'],
    sample:
      'Fatal error: {"name":"IssuerMismatchError","kind":"metadata","expected":"http://127.0.0.1:1","received":"https://evil.example.com"}',
  },
]);
