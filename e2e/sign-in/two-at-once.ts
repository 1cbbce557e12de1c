/** A browser for each of two processors; more make every one of them slow. */
const AT_ONCE = 2;

const waiting: (() => void)[] = [];
let running = 0;

/** Does some work as soon as fewer than two others are under way. */
export async function twoAtOnce<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
