/**
 * What stands for a secret in the record of a traced sign-in (handshake/record/secret-keeper.ts) and
 * in a bundle (redact/redactor.ts). It tells which value stood where, and nothing of the value.
 */
const TAG =
  /\[(?:(?:access token|refresh token|ID token|client secret|registration token|code|verifier|state|session|credentials|assertion|altered token|cookie|value) \d{1,6}|secret [0-9a-f]{4,16}|(?:mail|lan) \d{1,6}|user|host)\]/g;

/** What this product puts in place of a value it does not show. */
const SENTINEL =
  /…|•|%e2%80%a6|%e2%80%a2|\\u2026|\\u2022|hidden-key-\d|(?:\[|%5b)(?:(?:access|refresh|id|altered|registration)(?: |%20|\+)token|client(?: |%20|\+)secret|code|verifier|state|session|credentials|assertion|cookie|value|mail|lan)(?: |%20|\+)\d{1,6}(?:\]|%5d)|(?:\[|%5b)secret(?: |%20|\+)[0-9a-f]{4,16}(?:\]|%5d)/i;

/** Where the tags of a text are: first character, and the one after the last. */
export function tagsIn(text: string): readonly (readonly [start: number, end: number])[] {
  if (!text.includes('[')) return [];
  return Array.from(text.matchAll(TAG), ({ index, 0: tag }) => [index, index + tag.length]);
}

/** Is the whole text one tag? */
export function isTag(text: string): boolean {
  const [first] = tagsIn(text);
  return first !== undefined && first[1] - first[0] === text.length;
}

/**
 * Says whether a text holds what we show in place of a secret: a mask, or a tag, as it is or encoded
 * for an address, a form or JSON. No request may: a mask is no credential (safety H9).
 */
export function holdsMask(text: string): boolean {
  return SENTINEL.test(text);
}
