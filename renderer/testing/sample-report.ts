import type { Finding, Report, ReportExchange } from '../../main/contract/report.ts';

/** The MCP endpoint of the sample: the set-up of anthropics/claude-code#11814, on a made-up host. */
export const SAMPLE_URL = 'https://mcp.acme.example:8383/mcp';
const ORIGIN = 'https://mcp.acme.example:8383';
const AS_DOCUMENT = `${ORIGIN}/.well-known/oauth-authorization-server`;
const CHALLENGE = `Bearer realm="acme", resource_metadata="${AS_DOCUMENT}"`;

const JSON_HEADERS: [string, string][] = [
  ['content-type', 'application/json'],
  ['cache-control', 'no-store'],
];

function exchange(
  part: Pick<ReportExchange, 'id' | 'step' | 'purpose' | 'response'> & {
    readonly method?: string;
    readonly url: string;
    readonly body?: string;
  },
): ReportExchange {
  const { method = 'GET', url, body = null, ...rest } = part;
  const headers: [string, string][] = [
    ['accept', 'application/json, text/event-stream'],
    ['user-agent', 'unblank/0.1.0'],
  ];
  const request = { method, url, headers, body };
  return {
    ...rest,
    request,
    startedAt: '2026-11-23T14:03:12.000Z',
    durationMs: 41,
    failure: null,
  };
}

const INITIALIZE = exchange({
  id: 'x1',
  step: 'challenge',
  purpose: 'initialize',
  method: 'POST',
  url: SAMPLE_URL,
  body: '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}',
  response: {
    status: 401,
    headers: [['www-authenticate', CHALLENGE], ...JSON_HEADERS],
    body: '{"error":"invalid_token"}',
    truncated: false,
  },
});

const NAMED = exchange({
  id: 'x2',
  step: 'resource-metadata',
  purpose: 'protected resource metadata',
  url: AS_DOCUMENT,
  response: {
    status: 200,
    headers: JSON_HEADERS,
    body: `{\n  "issuer": "${ORIGIN}",\n  "authorization_endpoint": "${ORIGIN}/authorize",\n  "token_endpoint": "${ORIGIN}/token",\n  "registration_endpoint": "${ORIGIN}/register",\n  "code_challenge_methods_supported": ["S256"]\n}`,
    truncated: false,
  },
});

const AT_PATH = exchange({
  id: 'x3',
  step: 'resource-metadata',
  purpose: 'protected resource metadata',
  url: `${ORIGIN}/.well-known/oauth-protected-resource/mcp`,
  response: {
    status: 200,
    headers: JSON_HEADERS,
    body: `{"resource":"${SAMPLE_URL}","authorization_servers":["${ORIGIN}"]}`,
    truncated: false,
  },
});

const SERVER_METADATA = exchange({
  id: 'x4',
  step: 'server-metadata',
  purpose: 'authorization server metadata',
  url: AS_DOCUMENT,
  response: {
    status: 200,
    headers: JSON_HEADERS,
    body: `{"issuer":"${ORIGIN}"}`,
    truncated: true,
  },
});

const NO_ANSWER: ReportExchange = {
  ...exchange({
    id: 'x5',
    step: 'reach',
    purpose: 'event stream',
    url: SAMPLE_URL,
    response: null,
  }),
  durationMs: 10_000,
  failure: { kind: 'timeout', message: 'no answer within 10 s' },
};

/** F23, the root cause of the sample. */
export const WRONG_DOCUMENT: Finding = {
  code: 'F23',
  title: 'Your server sends Claude to the wrong document',
  severity: 'error',
  category: 'deployment',
  step: 'resource-metadata',
  confidence: 'certain',
  clients: ['claude-hosted'],
  requirements: ['RS-09', 'PRM-01'],
  explanation:
    "The 401 names the authorization server's metadata; it must name your protected resource metadata. Claude in the cloud stops here, so the tab stays blank. Claude Code guesses the right place, so the command line works.",
  whatToDo:
    'Change resource_metadata in the WWW-Authenticate header of the 401 to the address of your protected resource metadata, which your server already serves.',
  snippet: `WWW-Authenticate: Bearer realm="acme", resource_metadata="${ORIGIN}/.well-known/oauth-protected-resource/mcp"`,
  evidence: [
    { kind: 'header', name: 'WWW-Authenticate', value: CHALLENGE, at: '401 to POST initialize' },
    {
      kind: 'mismatch',
      what: 'The address that the challenge names',
      expected: `${ORIGIN}/.well-known/oauth-protected-resource/mcp`,
      received: AS_DOCUMENT,
      differsAt: `${ORIGIN}/.well-known/oauth-`.length,
    },
    { kind: 'http', exchange: 'x2', note: 'It answers with authorization server metadata.' },
  ],
  consequenceOf: null,
  fixes: [],
  references: ['https://www.rfc-editor.org/rfc/rfc9728#section-5.1'],
};

const NO_RESOURCE: Finding = {
  ...WRONG_DOCUMENT,
  code: 'F22',
  title: 'The document names no resource',
  requirements: ['PRM-03'],
  explanation: 'Protected resource metadata must hold `resource`; this document has none.',
  whatToDo: 'Nothing by itself: it follows from the wrong document.',
  snippet: null,
  evidence: [],
  consequenceOf: 'F23',
};

const ODD_PORT: Finding = {
  ...WRONG_DOCUMENT,
  code: 'F04',
  title: 'Your server listens on port 8383, not 443',
  severity: 'warning',
  step: 'reach',
  confidence: 'possible',
  requirements: [],
  explanation:
    "Claude's cloud has been reported not to reach ports other than 443; other reports say that it does. From here the port answers.",
  whatToDo: 'Put a reverse proxy on port 443 and connect to that address.',
  snippet: 'https://mcp.acme.example/mcp',
  evidence: [
    { kind: 'timing', what: 'first answer on port 8383', ms: 41, limitMs: 10_000 },
    { kind: 'dns', host: 'mcp.acme.example', addresses: ['192.0.2.10'], note: 'one address' },
  ],
  references: [],
};

/** The report of the sample: hosted Claude is blocked, the two local clients connect. */
export const SAMPLE_REPORT: Report = {
  schema: 'unblank.report/1',
  tool: { name: 'unblank', version: '0.1.0' },
  startedAt: '2026-11-23T14:03:12.000Z',
  durationMs: 1432,
  complete: true,
  targets: [
    {
      id: 'acme',
      url: SAMPLE_URL,
      transport: 'http',
      names: [
        {
          client: 'claude-code',
          scope: 'user',
          file: '/Users/sam/.claude.json',
          pointer: '/mcpServers/acme',
          name: 'acme',
        },
      ],
      rootCause: 'F23',
      verdicts: [
        {
          client: 'claude-hosted',
          version: null,
          outcome: 'blocked',
          step: 'resource-metadata',
          cause: 'F23',
          confidence: 'likely',
          why: 'It asks only the address that the challenge names, finds no resource there, and leaves an empty tab.',
          stopsAt: {
            method: 'GET',
            url: 'https://mcp.acme.example/.well-known/oauth-authorization-server',
          },
          sees: null,
        },
        {
          client: 'claude-code',
          version: '2.1.197',
          outcome: 'works',
          step: 'registration',
          cause: null,
          confidence: 'certain',
          why: 'It goes on to the well-known address after the wrong document, and finds what it needs there.',
          stopsAt: null,
          sees: null,
        },
        {
          client: 'mcp-remote',
          version: '0.1.38',
          outcome: 'works',
          step: 'registration',
          cause: null,
          confidence: 'certain',
          why: 'It goes on to the well-known address after the wrong document, and finds what it needs there.',
          stopsAt: null,
          sees: null,
        },
      ],
      findings: [ODD_PORT, NO_RESOURCE, WRONG_DOCUMENT],
      specification: [
        {
          id: 'RS-01',
          level: 'MUST',
          revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
          state: 'met',
          text: 'A request without a token is answered 401.',
        },
        {
          id: 'PR-07',
          level: 'MUST',
          revisions: ['2025-06-18', '2025-11-25', '2026-07-28'],
          state: 'broken',
          text: 'resource is missing.',
        },
      ],
      registrationTried: false,
      leftBehind: [],
      signIn: null,
      incidents: [
        {
          client: 'claude-code',
          file: '/Users/ada/Library/Caches/claude-cli-nodejs/-Users-ada-shop/mcp-logs-acme/2026-11-23.jsonl',
          server: 'acme',
          kind: 'loop',
          rounds: 6,
          periodSeconds: 40,
          first: '2026-11-23T13:59:52.000Z',
          last: '2026-11-23T14:03:12.000Z',
          ended: 'needs-sign-in',
          step: 'call',
          code: 'F84',
          says: 'Claude Code has asked for a sign-in 6 times, about every 40 s.',
          lines: [{ line: 12, time: '2026-11-23T14:03:12.000Z', text: 'Authentication required' }],
        },
      ],
      stored: [
        {
          client: 'claude-code',
          file: '/Users/ada/.claude/.credentials.json',
          pointer: '/mcpOAuth/acme',
          fact: 'Claude Code keeps a sign-in for “acme”: the access token is empty.',
        },
      ],
      trace: [NO_ANSWER, INITIALIZE, NAMED, AT_PATH, SERVER_METADATA],
    },
  ],
  machine: { os: 'darwin', installs: [], configs: [], logs: [], facts: [], findings: [] },
  notExamined: [
    {
      what: "Whether Claude's own addresses (160.79.104.0/21) are let in",
      why: 'That cannot be tested from here; the log of your firewall tells.',
    },
    { what: 'Sign-in, callback and token', why: 'A check does not sign in.' },
  ],
};
