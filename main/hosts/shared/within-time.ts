/**
 * Waits for work, but not longer than the time; what is late goes on unobserved.
 * @param ms how long to wait at most
 */
export async function withinTime(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.then(() => undefined), late]);
  clearTimeout(timer);
}
