import { IN_CODE } from './format-groups.ts';
import { table } from './signature.ts';

const CODE = {
  clients: ['claude-code', 'claude-desktop-code'],
  formats: IN_CODE,
  seenIn: ['2.1.197', '2.1.330'],
  source: 'observed',
} as const;
const issue = (number: number): string =>
  `https://github.com/anthropics/claude-code/issues/${number}`;

/** What Claude Code says where it does not get through to a server. */
export const CODE_REACH_ERRORS = table(CODE, [
  {
    id: 'code-not-found-both-ways',
    code: null,
    step: 'reach',
    event: null,
    needle: 'legacy HTTP+SSE not confirmed',
    pattern: /legacy HTTP\+SSE not confirmed/,
    seenIn: ['2.1.330'],
    sample:
      'legacy HTTP+SSE not confirmed (SSE error: Non-200 status code (404)); surfacing the POST failure',
  },
  {
    id: 'code-endpoint-not-found',
    code: 'F21',
    step: 'challenge',
    event: 'failed',
    needle: 'MCP endpoint not found at',
    pattern: /MCP endpoint not found at \S{1,2000}/,
    sample:
      'Connection failed: MCP endpoint not found at http://127.0.0.1:44101/mcp. Check the URL in your MCP config.',
  },
  {
    id: 'code-sse-for-http',
    code: 'F113',
    step: 'reach',
    event: 'failed',
    needle: 'SSE error: Non-200 status code (',
    pattern: /SSE error: Non-200 status code \((?:202|404|405)\)/,
    seenIn: [],
    source: 'https://github.com/getsentry/sentry-mcp/issues/341',
    sample:
      'SSE Connection error: {"url":"https://mcp.sentry.dev/mcp","error":"SSE error: Non-200 status code (405)"}',
  },
  {
    id: 'code-http-for-sse',
    code: 'F113',
    step: 'reach',
    event: 'failed',
    needle: 'Error POSTing to endpoint (HTTP 40',
    pattern: /Error POSTing to endpoint \(HTTP 40[45]\)/,
    seenIn: [],
    source: 'https://github.com/ravitemer/mcp-hub/issues/107',
    sample:
      'HTTP Connection error: {"url":"http://localhost:37370/mcp","error":"Error POSTing to endpoint (HTTP 404): Not Found"}',
  },
  {
    id: 'code-timed-out',
    code: 'F133',
    step: 'reach',
    event: 'failed',
    needle: ' timed out after ',
    pattern: /(?:[Cc]onnection|MCP server)\b[^\n]{0,300} timed out after \d{1,9} ?ms/,
    sample:
      'Connection failed (CONNECT_TIMEOUT): MCP server "asana" connection timed out after 30000ms',
  },
  {
    id: 'code-spawn',
    code: 'F124',
    step: 'local',
    event: 'failed',
    needle: 'ENOENT: no such file or directory, posix_spawn',
    pattern: /\bENOENT: no such file or directory, posix_spawn/,
    seenIn: ['2.1.330'],
    sample: "Connection failed (ENOENT): ENOENT: no such file or directory, posix_spawn 'npx'",
  },
  {
    id: 'code-spawn-node',
    code: 'F124',
    step: 'local',
    event: 'failed',
    needle: ' ENOENT',
    pattern: /\bspawn [^\n"']{1,200}? ENOENT\b/,
    seenIn: [],
    source: 'https://github.com/wallabyjs/console-ninja/issues/412',
    sample: 'Connection failed: Error: spawn node ~/acme/mcp/ ENOENT',
  },
  {
    id: 'code-server-error',
    code: 'F14',
    step: 'reach',
    event: 'failed',
    needle: 'onnection failed',
    pattern:
      /onnection failed[^:\n]{0,80} \(5\d\d\): |onnection failed.{0,4000}\(code: 5\d\d, errno/,
    sample: 'Connection failed (502): Error POSTing to endpoint: <html>Bad Gateway</html>',
  },
  {
    id: 'code-sse-server-error',
    code: 'F14',
    step: 'reach',
    event: 'failed',
    needle: 'SSE error: Non-200 status code (5',
    pattern: /SSE error: Non-200 status code \(5\d\d\)/,
    sample: 'Connection failed: SSE error: Non-200 status code (502)',
  },
  {
    id: 'code-unable-to-connect',
    code: 'F14',
    step: 'reach',
    event: 'failed',
    needle: 'Unable to connect. Is the computer able to access the url?',
    pattern: /Unable to connect\. Is the computer able to access the url\?/,
    sample: 'Connection failed: Unable to connect. Is the computer able to access the url?',
  },
  {
    id: 'code-socket-not-opened',
    code: 'F14',
    step: 'reach',
    event: 'failed',
    needle: 'FailedToOpenSocket',
    pattern: /\bFailedToOpenSocket\b/,
    seenIn: ['2.1.278'],
    source: issue(34982),
    sample:
      'HTTP Connection failed after 47ms: Was there a typo in the url or port? (code: FailedToOpenSocket, errno: none)',
  },
  {
    id: 'code-socket-closed',
    code: 'F14',
    step: 'reach',
    event: 'failed',
    needle: 'The socket connection was closed unexpectedly',
    pattern: /The socket connection was closed unexpectedly/,
    seenIn: ['2.1.197'],
    sample: 'Connection failed: The socket connection was closed unexpectedly.',
  },
]);
