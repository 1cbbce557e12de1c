/** So much of a secret in one piece is too much. */
const WINDOW = 12;

/**
 * What is left of a secret in a text: its first part of twelve characters that still stands there, or
 * all of a shorter one.
 * @returns null where nothing is left
 */
export function leftOf(secret: string, text: string): string | null {
  if (secret.length <= WINDOW) return text.includes(secret) ? secret : null;
  for (let at = 0; at + WINDOW <= secret.length; at += 1) {
    const part = secret.slice(at, at + WINDOW);
    if (text.includes(part)) return part;
  }
  return null;
}
