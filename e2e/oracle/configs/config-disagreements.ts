/**
 * Where a version of Claude Code does otherwise than Unblank says, and why we leave it so. The list
 * may only get shorter: a disagreement that is not in it fails the test, and so does one that is no
 * longer there.
 */
export const CONFIG_DISAGREEMENTS: Readonly<Record<string, readonly string[]>> = {
  // Its list asks switched-off servers too; a session does not (2.1.330 says it in the list).
  'switched off for the project': ['2.1.197: it uses the server'],
  // Who starts claude in the home folder has it read as a project's file: it is no wrong place.
  'in ~/.mcp.json': ['2.1.197: it does not use the server', '2.1.330: it does not use the server'],
};
