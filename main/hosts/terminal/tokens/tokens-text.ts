import type { TokenEntry, TokenKind } from '../../../engine/secrets/token-entry.ts';
import type { Removed } from '../../../engine/secrets/token-vault.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';

const KINDS: Readonly<Record<TokenKind, string>> = {
  tokens: 'Access and refresh token',
  access: 'Access token',
  client: 'Registered client, no token',
  unreadable: 'Damaged entry',
};
const WHERE = { keychain: 'in the keychain', memory: 'in memory only' } as const;

/** Digits of an id that tell it apart; `delete` and `revoke` take them. */
export const SHORT_ID = 11;

/**
 * What is kept, for people: never a value (safety F10).
 * @param now milliseconds since 1970
 */
export function tokensText(
  entries: readonly TokenEntry[],
  now: number,
  style: TerminalStyle,
): string {
  if (entries.length === 0) return 'Nothing is kept: no token and no registered client.';
  return entries.map((one) => entryText(one, now, style)).join('\n\n');
}

function entryText(entry: TokenEntry, now: number, style: TerminalStyle): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Server', entry.resource],
    ['Signed in at', entry.issuer],
    ['Client id', entry.clientId],
    ['Scopes', entry.scopes.join(' ')],
    ['Expires', entry.kind === 'client' ? '' : expiry(entry.expiresAt, now)],
    ['Saved', entry.savedAt === null ? '' : timeText(entry.savedAt)],
    ['Fingerprint', entry.fingerprint],
    ['Left behind', entry.pending ? 'by a trace that was stopped; revoke it' : ''],
  ];
  const lines = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => paragraph(`${name.padEnd(13)} ${visible(value)}`, style.width, 2));
  const id = style.dim(entry.id.slice(0, SHORT_ID));
  return [`${id}  ${style.bold(KINDS[entry.kind])}, ${WHERE[entry.where]}`, ...lines].join('\n');
}

function expiry(at: number | null, now: number): string {
  if (at === null) return 'the server did not say';
  return at <= now ? `expired ${timeText(at)}` : timeText(at);
}

function timeText(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? 'a time out of range' : time.toISOString();
}

const REVOKED = {
  revoked: 'revoked at the server',
  'no-endpoint': 'the server offers no revocation: the token lives there until it expires',
  refused: 'the server refused to revoke it: the token lives there until it expires',
  unreachable: 'the server did not answer: the token lives there until it expires',
} as const;

/** What became of each entry, one line each. */
export function removedText(removed: readonly Removed[]): string {
  return removed
    .map(({ id, revoked, deleted }) => {
      const there = revoked === null ? '' : `${REVOKED[revoked]}; `;
      return `${id.slice(0, SHORT_ID)}  ${there}${deleted ? 'deleted here' : 'not deleted here'}`;
    })
    .join('\n');
}
