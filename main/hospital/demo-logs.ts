/** Logs as the clients write them, with made-up values. Times are given, so that texts are pure. */

/** Minutes before now at which the user tried to sign in: each time the tab stayed blank. */
const ROUNDS = [14, 9, 4];
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
 * Claude Code's logs of the remote server: the same sign-in again and again, none of which comes
 * back with a code. Client id, challenge and state are as the client itself writes them: made up
 * or already taken out.
 * @param url of the server
 * @param cwd of the sessions
 */
export function codeLogs(url: string, cwd: string, now: Date): CodeLog[] {
  return ROUNDS.map((minutes, round) => {
    const start = at(now, minutes, 0);
    const session = `00000000-0000-4000-8000-00000000000${round + 1}`;
    const lines = signIn(url).map((line, index) =>
      JSON.stringify({ ...line, timestamp: at(now, minutes, index * 7), sessionId: session, cwd }),
    );
    return { fileName: `${start.replace(/[:.]/g, '-')}.jsonl`, text: `${lines.join('\n')}\n` };
  });
}

type CodeLine = { readonly debug: string } | { readonly error: string };

function signIn(url: string): CodeLine[] {
  const failure = { url, error: 'SSE error: Non-200 status code (401)' };
  return [
    { debug: 'No token data found' },
    { debug: `SSE Connection error: ${JSON.stringify(failure)}` },
    { error: failure.error },
    { debug: 'Using redirect port: 51968' },
    { debug: 'Generated new OAuth state' },
    { debug: 'Starting SDK auth' },
    { debug: `Server URL: ${url}` },
    { debug: `Authorization URL: ${authorizeUrl(url)}` },
    { debug: 'Redirecting to authorization URL' },
    { debug: 'Initial auth result: REDIRECT' },
  ];
}

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
