/** The middle of numbers, the lower one of two; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, two) => one - two);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
