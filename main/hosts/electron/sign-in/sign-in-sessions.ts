import { randomBytes } from 'node:crypto';
import type { Session } from 'electron';

/** Knows which sessions belong to sign-in windows: exactly those that it made. */
export interface SignInSessions {
  /** A session in memory under a name that nobody can guess and that is never used again. */
  make(fromPartition: (partition: string) => Session): Session;
  /** For `session-created`: true for the one that is just being made. */
  takes(created: Session): boolean;
  has(session: Session): boolean;
}

/**
 * The app's window is locked to its own files (session-policy.ts); a sign-in window has to reach its
 * provider and has a lock of its own (lock-sign-in-session.ts). Only what is made here is exempt from
 * the first, and `session-created` is emitted while it is being made (api/app, session-created).
 */
export function createSignInSessions(): SignInSessions {
  const own = new WeakSet<Session>();
  let making = false;
  return {
    make: (fromPartition) => {
      making = true;
      try {
        // SECURITY: D2. Without `persist:` nothing of it is on disk (api/session, fromPartition).
        const made = fromPartition(`sign-in-${randomBytes(16).toString('hex')}`);
        own.add(made);
        return made;
      } finally {
        making = false;
      }
    },
    takes: (created) => {
      if (!making) return false;
      own.add(created);
      making = false;
      return true;
    },
    has: (session) => own.has(session),
  };
}
