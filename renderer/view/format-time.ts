/**
 * A time for people, with its zone: `2026-11-23 14:03:12 UTC`.
 * @param iso an ISO 8601 time; anything else comes back as it was given
 */
export function formatTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return `${time.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** A duration in seconds with one decimal, from milliseconds. */
export function formatSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
