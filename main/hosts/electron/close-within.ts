/** L1: quitting never waits longer. */
export const CLOSE_LIMIT_MS = 3000;

/**
 * Runs an end and waits for it, but not forever.
 * @param close what to end; it may fail or hang
 * @param limitMs how long to wait
 * @returns whether it ended in time and without a failure; never rejects (safety L1)
 */
export async function closeWithin(close: () => Promise<void>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const ended = Promise.resolve()
    .then(close)
    .then(() => true)
    .catch(() => false);
  return Promise.race([ended, late]).finally(() => clearTimeout(timer));
}
