/**
 * Where a version of Claude Code does otherwise than Unblank says, and why we leave it so. The list
 * may only get shorter: a disagreement that is not in it fails the test, and so does one that is no
 * longer there.
 */
export const CONFIG_DISAGREEMENTS: Readonly<Record<string, readonly string[]>> = {};
