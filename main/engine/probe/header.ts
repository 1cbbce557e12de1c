import type { Headers } from '../ports.ts';

/**
 * The value of a header, several fields joined by ", " (RFC 9110 §5.3), or null where there is none.
 * @param name in any case
 */
export function headerOf(headers: Headers, name: string): string | null {
  const wanted = name.toLowerCase();
  const values = headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);
  return values.length === 0 ? null : values.join(', ');
}
