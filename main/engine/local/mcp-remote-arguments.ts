/** What the command line of an entry tells mcp-remote. */
export interface McpRemoteArguments {
  /** The server's address as written, or null where the arguments have none. */
  readonly url: string | null;
  /** The value of `--transport`, or null for its default, http-first. */
  readonly strategy: string | null;
}

/** The program by name, with version, or as a script inside its package folder. */
const PROGRAM =
  /^(?:.*[\\/])?mcp-remote(?:-client)?(?:\.cmd|\.exe)?(?:@[^\\/\s]*)?$|[\\/]mcp-remote[\\/](?:.*[\\/])?(?:proxy|client)\.[cm]?js$/;
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|\$\{)/i;

/**
 * Reads an entry's command line as a start of mcp-remote: through npx, bunx, node, `cmd /c` or
 * directly, with any version, also where the whole line is one argument of a shell. Nothing is run
 * and no `${VAR}` is expanded (safety G3, I1).
 * @param command the `command` of the entry
 * @param args its `args`
 * @returns null where the entry does not start mcp-remote
 */
export function readMcpRemoteArguments(
  command: string,
  args: readonly string[],
): McpRemoteArguments | null {
  const words = [command, ...args].flatMap(splitLine);
  const program = words.findLastIndex((word) => PROGRAM.test(word));
  if (program === -1) return null;
  const rest = words.slice(program + 1);
  return { url: rest.find((word) => ADDRESS.test(word)) ?? null, strategy: strategyOf(rest) };
}

/** One argument that holds a whole command line, as `sh -c` and `cmd /c` take it. */
function splitLine(argument: string): string[] {
  return /mcp-remote\S*\s+\S/.test(argument)
    ? argument.split(/\s+/).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'))
    : [argument];
}

function strategyOf(words: readonly string[]): string | null {
  const at = words.indexOf('--transport');
  return at === -1 ? null : (words[at + 1] ?? null);
}
