/**
 * Runs work that Ctrl-C cancels: the first aborts its signal, so that it can end properly; the
 * second ends the program at once, as it does everywhere.
 * @param say told once, when the first came
 */
export async function interruptible<T>(
  work: (signal: AbortSignal) => Promise<T>,
  say: () => void = () => undefined,
): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
    say();
  };
  process.once('SIGINT', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.removeListener('SIGINT', stop);
  }
}
