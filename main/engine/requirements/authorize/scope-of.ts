import type { Opened } from './over-authorize.ts';

/** The scope that a request asked for, or null. */
export function scopeOf({ attempt }: Opened): string | null {
  return new URL(attempt.exchange.request.url).searchParams.get('scope');
}

/** Did it name a scope at all? */
export function namesScope(opened: Opened): boolean {
  return scopeOf(opened) !== null;
}
