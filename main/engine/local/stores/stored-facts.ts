import type {
  Kept,
  NeedsAuthEntry,
  RemoteLock,
  StoredSignIn,
  StorePlace,
} from '../../model/store-evidence.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { shortTime } from '../../run/short-time.ts';
import { ACCOUNT_POINTER } from './claude-code-sign-ins.ts';
import { isPassedOver } from './needs-auth-time.ts';

/** Everything of a store that a line can be written about. */
export type StoredThing = StoredSignIn | NeedsAuthEntry | RemoteLock | StorePlace;

/**
 * One line for people about something that a client keeps: facts, never a value.
 * @param thing an entry of `StoreEvidence`
 * @param now wall time in milliseconds, to tell what is over; null where it is not known
 * @example storedFacts(signIn, now) // Claude Code keeps a sign-in for “acme”: the access token is
 *   empty, nothing to renew it with.
 */
export function storedFacts(thing: StoredThing, now: number | null = null): string {
  if ('access' in thing) return signInLine(thing, now);
  if ('ttlMs' in thing) return needsAuthLine(thing, now);
  if ('pid' in thing) return lockLine(thing);
  return placeLine(thing);
}

function signInLine(one: StoredSignIn, now: number | null): string {
  return `${keeperOf(one)}: ${[accessWords(one, now), refreshWords(one)].join(', ')}.`;
}

function keeperOf({ client, pointer, server, version, url }: StoredSignIn): string {
  if (pointer === ACCOUNT_POINTER) return 'Claude Code keeps a sign-in to Claude';
  if (client !== 'mcp-remote')
    return `Claude Code keeps a sign-in for ${quotedName(server ?? url ?? '')}`;
  const which = version === null ? 'mcp-remote' : `mcp-remote ${version}`;
  return url === null ? `${which} keeps a sign-in` : `${which} keeps a sign-in for ${url}`;
}

const ACCESS_WORDS: Readonly<Record<Kept, string>> = {
  present: 'an access token is there',
  empty: 'the access token is empty',
  none: 'no access token is there',
};

function accessWords({ access, expiresAt }: StoredSignIn, now: number | null): string {
  const words = ACCESS_WORDS[access];
  if (expiresAt !== null && expiresAt <= 0) return `${words} with a time of expiry of ${expiresAt}`;
  if (access !== 'present' || expiresAt === null) return words;
  if (now === null) return `${words}, good until ${shortTime(expiresAt)}`;
  return `${words}, ${expiresAt <= now ? 'expired since' : 'good until'} ${shortTime(expiresAt)}`;
}

function refreshWords({ refresh }: StoredSignIn): string {
  return refresh === 'present' ? 'a refresh token is there' : 'nothing to renew it with';
}

function needsAuthLine(entry: NeedsAuthEntry, now: number | null): string {
  const name = quotedName(entry.server);
  const since = entry.since === null ? '' : ` at ${shortTime(entry.since)}`;
  const rest =
    now !== null && isPassedOver(entry, now) ? ' and passes it over until that note is old' : '';
  return `Claude Code noted${since} that ${name} asks for a sign-in${rest}.`;
}

function lockLine({ pid, port, startedAt, alive }: RemoteLock): string {
  const who = pid === null ? 'a process of mcp-remote' : `process ${pid} of mcp-remote`;
  const since = startedAt === null ? '' : ` since ${shortTime(startedAt)}`;
  const where = port === null ? '' : ` on port ${port}`;
  const end = alive === false ? ', and that process is gone' : '';
  return `A lock says that ${who} signs in${where}${since}${end}.`;
}

function placeLine({ state, detail }: StorePlace): string {
  if (state === 'ok') return 'Sign-ins are kept here.';
  return `Sign-ins are kept here, and could not be read: ${detail ?? state}`;
}
