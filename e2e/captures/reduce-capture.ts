import { signatureMatcher } from '../../main/engine/local/logs/match-signature.ts';
import { readLine } from '../../main/engine/local/logs/read-line.ts';
import type { LogFormat } from '../../main/engine/model/log-evidence.ts';
import type { Capture } from './capture.ts';

const MADE_UP = 'http://127.0.0.1:4000';
const TEXT_LIMIT = 300;

/**
 * A recording reduced to what Unblank reads of it: of each line that a signature knows the known
 * words, of the stores the facts, and a made-up server. It is small, holds no text of others beyond
 * those words, and leads to the same findings, which `npm run captures` checks.
 */
export function reduceCapture(capture: Capture): Capture {
  const { origin } = new URL(capture.url);
  const made = (text: string): string => text.replaceAll(origin, MADE_UP);
  const { client, version, scenario, url, kept } = capture;
  return {
    client,
    version,
    scenario,
    url: made(url),
    logs: capture.logs.map((log) => made(reducedLog(log, client))),
    credentials: capture.credentials === null ? null : made(reducedSignIn(capture.credentials)),
    needsAuth: capture.needsAuth,
    kept: kept.filter((name) => name !== 'debug.log').map(withoutUuid),
  };
}

function reducedLog(log: string, client: Capture['client']): string {
  const format: LogFormat = client === 'claude-code' ? 'code-jsonl' : 'remote-debug';
  const match = signatureMatcher(format);
  const known = (message: string): string => {
    const found = match(message);
    if (found === null) return message.slice(0, TEXT_LIMIT);
    const words = message.slice(...found.at);
    return match(words)?.signature === found.signature ? words : message.slice(0, TEXT_LIMIT);
  };
  const lines = log.split('\n').flatMap((text) => {
    const read = readLine(format, { offset: 0, line: null, text, head: null });
    if (read.time === null || match(read.message) === null) return [];
    const time = new Date(read.time).toISOString();
    return [client === 'claude-code' ? jsonLine(read, time) : remoteLine(read, time)];
  });
  return `${lines.join('\n')}\n`;

  function jsonLine(read: ReturnType<typeof readLine>, timestamp: string): string {
    const sessionId = read.session?.slice(0, 8);
    return JSON.stringify({ [read.level ?? 'debug']: known(read.message), timestamp, sessionId });
  }
  function remoteLine(read: ReturnType<typeof readLine>, time: string): string {
    return `[${time}][${read.session ?? '1'}] ${known(read.message)}`;
  }
}

const FACTS = ['serverName', 'serverUrl', 'clientId', 'issuer', 'redirectUri', 'scope'] as const;

/** Of each sign-in what it is for and when it ends; a token is a word in its place. */
function reducedSignIn(text: string): string {
  const stored = JSON.parse(text) as { mcpOAuth?: Record<string, Record<string, unknown>> };
  const entries = Object.entries(stored.mcpOAuth ?? {}).map(([key, entry]) => {
    const facts = FACTS.flatMap((name) => (name in entry ? [[name, entry[name]] as const] : []));
    const tokens = (['accessToken', 'refreshToken'] as const).flatMap((name) =>
      name in entry ? [[name, entry[name] === '' ? '' : 'made-up'] as const] : [],
    );
    const found =
      'discoveryState' in entry ? [['discoveryState', entry['discoveryState']] as const] : [];
    const ends = 'expiresAt' in entry ? [['expiresAt', entry['expiresAt']] as const] : [];
    return [key, Object.fromEntries([...facts, ...tokens, ...ends, ...found])] as const;
  });
  return JSON.stringify({ mcpOAuth: Object.fromEntries(entries) });
}

function withoutUuid(name: string): string {
  return name.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '00000000-0000-4000-8000-000000000000');
}
