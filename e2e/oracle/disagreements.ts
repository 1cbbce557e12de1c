/**
 * Where a real client did otherwise than its rules say, and why we leave it so. The list may only
 * get shorter: a disagreement that is not in it fails the test, and so does one that is no longer
 * there.
 */
export const DISAGREEMENTS: Readonly<Record<string, string>> = {};
