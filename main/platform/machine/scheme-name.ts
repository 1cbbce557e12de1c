/** A scheme by the rule of RFC 3986 §3.1, in small letters; null for anything else. */
export function schemeName(scheme: string): string | null {
  return /^[a-z][a-z0-9+.-]{0,40}$/.test(scheme) ? scheme : null;
}
