import type { System } from '../../contract/words.ts';
import type { Clock } from '../../engine/ports.ts';
import type { KeychainTrouble, Stored } from '../../engine/sign-in-ports.ts';
import { adviceFor } from '../../engine/secrets/trouble-advice.ts';
import { troubleOf } from './trouble-of.ts';

/** No keychain call is waited for longer (safety F3). */
const KEYCHAIN_DEADLINE_MS = 10_000;

/** After these, whoever is in front of the machine is not asked again (safety F6). */
const CLOSES: ReadonlySet<KeychainTrouble> = new Set([
  'locked',
  'denied',
  'cancelled',
  'timeout',
  'missing',
]);

/** Keychain calls one after the other, each with its deadline and its trouble as a value. */
export interface KeychainCalls {
  call<T>(work: () => Promise<T>): Promise<Stored<T>>;
  fail(trouble: KeychainTrouble): Stored<never>;
}

/**
 * Calls go one after the other: two questions to the user at once help nobody. Once a keychain is
 * locked or does not answer, all later calls of this store get the same answer without asking it: one
 * user action causes one question at most. A call that is late can change nothing any more that
 * came after it, because nothing comes after it.
 * @param system for the advice
 */
// SECURITY: F3, F6
export function createKeychainCalls(clock: Clock, system: System): KeychainCalls {
  let closed: KeychainTrouble | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const fail = (trouble: KeychainTrouble): Stored<never> => {
    if (CLOSES.has(trouble)) closed = trouble;
    return { ok: false, trouble, advice: adviceFor(trouble, system) };
  };
  const one = async <T>(work: () => Promise<T>): Promise<Stored<T>> => {
    if (closed !== null) return fail(closed);
    const done = await withinDeadline(clock, work);
    return done.ok ? done : fail(done.trouble);
  };
  return {
    fail,
    call(work) {
      const next = last.then(() => one(work));
      last = next;
      return next;
    },
  };
}

type Done<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: KeychainTrouble };

/** Calls that have not come back, in the whole program. */
let open = 0;

/**
 * Is a call still in the keychain? Each one holds a thread that Node waits for at its end, even in
 * process.exit: as long as the question stays open, the program does not end by itself. Who quits asks
 * this last, so a call that is not late yet counts as well (safety L1).
 */
export function keychainIsStuck(): boolean {
  return open > 0;
}

function withinDeadline<T>(clock: Clock, work: () => Promise<T>): Promise<Done<T>> {
  return new Promise((resolve) => {
    open += 1;
    const stop = clock.after(KEYCHAIN_DEADLINE_MS, () =>
      resolve({ ok: false, trouble: 'timeout' }),
    );
    const end = (done: Done<T>) => {
      stop();
      open -= 1;
      resolve(done);
    };
    // A binding may throw at once instead of rejecting.
    Promise.resolve()
      .then(work)
      .then(
        (value) => end({ ok: true, value }),
        (error: unknown) => end({ ok: false, trouble: troubleOf(error) }),
      );
  });
}
