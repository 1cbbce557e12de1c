/** The units of a lifetime, the longest first, in seconds. */
const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** A lifetime in seconds as people say it: `30 days`, `90 minutes`. */
export function durationWords(seconds: number): string {
  const [size, name] = UNITS.find(([unit]) => seconds >= unit && seconds % unit === 0) ?? [
    1,
    'second',
  ];
  const count = Math.round(seconds / size);
  return count === 1 ? `1 ${name}` : `${count} ${name}s`;
}
