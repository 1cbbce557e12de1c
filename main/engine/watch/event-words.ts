import type { WatchMark } from '../../contract/watch.ts';
import { clipped } from '../run/clipped.ts';
import type { LogEventKind } from '../model/log-evidence.ts';

interface Words {
  readonly mark: WatchMark;
  readonly text: string;
}

/** What happened, as it is told after the name of the client. */
const EVENT_WORDS: Readonly<Record<LogEventKind, Words>> = {
  started: { mark: 'ok', text: 'started to connect' },
  asked: { mark: 'ok', text: 'asked the server' },
  discovered: { mark: 'ok', text: 'found out where to sign in' },
  registered: { mark: 'ok', text: 'has a client ID' },
  browser: { mark: 'waiting', text: 'opened the sign-in page, waits for the sign-in' },
  returned: { mark: 'ok', text: 'the sign-in page came back' },
  'signed-in': { mark: 'ok', text: 'got a token' },
  connected: { mark: 'ok', text: 'connected' },
  'needs-sign-in': { mark: 'waiting', text: 'needs a sign-in' },
  failed: { mark: 'wrong', text: 'failed' },
  closed: { mark: 'ok', text: 'closed the connection' },
};

/**
 * One happening in words. Of a failure the line itself is told: it is what the client says.
 * @param text the line, already masked and made visible
 */
export function eventWords(kind: LogEventKind, text: string): Words {
  const words = EVENT_WORDS[kind];
  return kind === 'failed' ? { ...words, text: `${words.text}: “${reasonIn(text)}”` } : words;
}

/** What the word before it says already. */
const SAYS_FAILED = /^(?:\w{1,10} )?connection failed(?: after \d{1,9} ?ms)?: /i;

/** What a line of a failure gives as its reason, short enough for a sentence. */
export function reasonIn(text: string): string {
  return clipped(text.trim().replace(/\s+/gu, ' ').replace(SAYS_FAILED, ''));
}
