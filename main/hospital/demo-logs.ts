/** Logs as the clients write them, with made-up values. Times are given, so that texts are pure. */

const STARTED_MINUTES_AGO = 90;

/** The local server of the Desktop configuration; it is well. */
export const LOCAL_SERVER = 'notes';
/** The remote server of the Claude Code configuration. */
export const REMOTE_SERVER = 'acme';

/**
 * Claude Desktop's `mcp.log` and `mcp-server-NAME.log`: the first puts the level before the name,
 * the second after it.
 */
export function desktopLogs(now: Date): { readonly mcp: string; readonly server: string } {
  const lines = [
    'Initializing server...',
    'Server started and connected successfully',
    `Message from client: ${JSON.stringify(INITIALIZE)}`,
  ].map((text, index) => ({ at: at(now, STARTED_MINUTES_AGO, index * 400), text }));
  const join = (prefix: string) =>
    lines.map(({ at, text }) => `${at} ${prefix} ${text}\n`).join('');
  return { mcp: join(`[info] [${LOCAL_SERVER}]`), server: join(`[${LOCAL_SERVER}] [info]`) };
}

const INITIALIZE = {
  method: 'initialize',
  params: {
    protocolVersion: '2025-11-25',
    capabilities: {},
    clientInfo: { name: 'claude-ai', version: '0.1.0' },
  },
  jsonrpc: '2.0',
  id: 0,
};

/** One file of Claude Code's log of a server: a session. */
export interface CodeLog {
  readonly fileName: string;
  readonly text: string;
}

/**
 * Claude Code's logs of the remote server, as in the report: it asks for a sign-in, somebody signs in,
 * and it connects, where hosted Claude ends on a blank tab. Client id, challenge and state are as the
 * client itself writes them: made up or already taken out.
 * @param url of the server
 * @param cwd of the sessions
 */
export function codeLogs(url: string, cwd: string, now: Date): CodeLog[] {
  return SESSIONS.map(({ minutesAgo, lines }, round) => {
    const start = at(now, minutesAgo, 0);
    const session = `00000000-0000-4000-8000-00000000000${round + 1}`;
    const written = lines(url).map((debug, index) => {
      const timestamp = at(now, minutesAgo, index * 7);
      return JSON.stringify({ debug, timestamp, sessionId: session, cwd });
    });
    return { fileName: `${start.replace(/[:.]/g, '-')}.jsonl`, text: `${written.join('\n')}\n` };
  });
}

const begin = (url: string): string[] => [
  `Initializing SSE transport to ${url}`,
  'Starting connection with timeout of 30000ms',
];

/** What happened so many minutes before now. */
const SESSIONS: readonly {
  readonly minutesAgo: number;
  readonly lines: (url: string) => string[];
}[] = [
  {
    minutesAgo: 14,
    lines: (url) => [
      ...begin(url),
      'No token data found',
      'Authentication required for SSE server',
    ],
  },
  {
    minutesAgo: 9,
    lines: (url) => [
      'Using redirect port: 51968',
      'Generated new OAuth state',
      'Starting SDK auth',
      `Server URL: ${url}`,
      `Authorization URL: ${authorizeUrl(url)}`,
      'Redirecting to authorization URL',
      'Initial auth result: REDIRECT',
    ],
  },
  {
    minutesAgo: 4,
    lines: (url) => [
      ...begin(url),
      'Returning tokens',
      'Successfully connected (transport: sse) in 43ms',
    ],
  },
];

function authorizeUrl(url: string): string {
  const authorize = new URL('/authorize', url);
  authorize.search = new URLSearchParams({
    response_type: 'code',
    client_id: 'client-1',
    code_challenge: '[REDACTED]',
    code_challenge_method: 'S256',
    redirect_uri: 'http://localhost:51968/callback',
    state: '[REDACTED]',
  }).toString();
  return authorize.href;
}

function at(now: Date, minutesAgo: number, plusMs: number): string {
  return new Date(now.getTime() - minutesAgo * 60_000 + plusMs).toISOString();
}
