import type { LogFile } from '../model/log-evidence.ts';
import { shortTime } from './short-time.ts';

const ENDED = {
  connected: 'connected',
  'needs-sign-in': 'asked for a sign-in',
  failed: 'failed',
  closed: 'was closed',
  open: 'says no more',
} as const;

/** What a log tells, in a line: how many attempts, how the newest ended, and what was not read. */
export function logNote({ incidents, read, note }: LogFile): string {
  if (read === 'none') return note ?? 'not read';
  const newest = incidents.at(-1);
  const rounds = incidents.reduce((sum, one) => sum + one.rounds, 0);
  const attempts = rounds === 1 ? '1 attempt, which' : `${rounds} attempts; the newest`;
  const at =
    newest?.last == null
      ? ''
      : ` ${newest.ended === 'open' ? 'after' : 'at'} ${shortTime(newest.last)}`;
  const told =
    newest === undefined ? 'no attempt to connect' : `${attempts} ${ENDED[newest.ended]}${at}`;
  return note === null ? told : `${told} (${note})`;
}
