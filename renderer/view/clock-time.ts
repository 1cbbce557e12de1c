/**
 * The time of day for a list whose zone is said above it: `14:03:12`.
 * @param iso an ISO 8601 time; anything else comes back as it was given
 */
export function clockTime(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : time.toISOString().slice(11, 19);
}
