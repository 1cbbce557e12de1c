/** A time of day that can be read in an issue: with its date and zone. */
export function timeWords(time: number): string {
  const isDate = Number.isFinite(time) && Math.abs(time) <= 8.64e15;
  return isDate ? `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC` : `${time}`;
}
