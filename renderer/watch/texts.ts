import type { WatchMark, WatchOutcome } from '../../main/contract/watch.ts';

/** Every text of the screen that watches the logs; the rules of renderer/texts.ts hold here too. */

export const WATCH_OUTCOME_TEXTS: Record<WatchOutcome, string> = {
  connected: 'Connected',
  'needs-sign-in': 'Needs a sign-in',
  failed: 'Failed',
  stopped: 'No attempt ended',
};

export const WATCH_MARK_TEXTS: Record<WatchMark, string> = {
  ok: 'in order',
  waiting: 'waiting',
  wrong: 'wrong',
  note: 'note of Unblank',
};

export const WATCH = {
  starting: 'Looking for the logs.',
  busy: 'Watching the logs. Try again in Claude now.',
  ended: 'Watching has ended.',
  failed: 'The logs could not be watched.',
  stop: 'Stop',
  stopping: 'Stopping',
  again: 'Watch again',
  list: 'What happens',
  none: 'What the clients write appears here as it happens.',
  zone: 'Times are UTC.',
  about: (code: string) => `About ${code}`,
  lines: 'The lines behind it',
  unknownServer: 'no server named',
  check: 'Check this server',
} as const;
