/**
 * What stands for a secret in the record of a traced sign-in (handshake/record/secret-keeper.ts). It
 * tells which value stood where, and nothing of the value.
 */
const TAG =
  /\[(?:access token|refresh token|ID token|client secret|registration token|code|verifier|state|session|credentials|assertion|altered token|cookie|value) \d{1,6}\]/g;

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
