/** code.claude.com/docs/en/mcp; small letters, since a person types them either way. */
const RESERVED: ReadonlySet<string> = new Set([
  'workspace',
  'claude-in-chrome',
  'computer-use',
  'claude preview',
  'claude browser',
]);

/** Does Claude Code keep this name for a server of its own? */
export function isReservedName(name: string): boolean {
  return RESERVED.has(name.toLowerCase());
}
