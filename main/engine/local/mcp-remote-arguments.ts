/** What the command line of an entry tells mcp-remote. */
export interface McpRemoteArguments {
  /** The server's address as written, or null where the arguments have none. */
  readonly url: string | null;
  /** The value of `--transport`, or null for its default, http-first. */
  readonly strategy: string | null;
  /** What is written behind `mcp-remote@`; null where nothing is, or where a script is started. */
  readonly version: string | null;
  /** Whether it is fetched by name, so that a version could be written. */
  readonly byName: boolean;
  /** The words behind the program. */
  readonly rest: readonly string[];
}

/** The program by name, with version, or as a script inside its package folder. */
const PROGRAM =
  /^(?:.*[\\/])?mcp-remote(?:-client)?(?:\.cmd|\.exe)?(?:@[^\\/\s]*)?$|[\\/]mcp-remote[\\/](?:.*[\\/])?(?:proxy|client)\.[cm]?js$/;
const BY_NAME = /^mcp-remote(?:@|$)/;
const RUNNER = /(?:^|[\\/])(?:npx|bunx|pnpx|dlx|npm|pnpm|yarn|bun|x|exec)(?:\.cmd|\.exe)?$/i;
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
  const named = words.findLast((word) => BY_NAME.test(word));
  return {
    url: rest.find((word) => ADDRESS.test(word)) ?? null,
    strategy: valueOf(rest, '--transport'),
    version: named?.split('@')[1] || null,
    byName: named !== undefined && words.slice(0, program).some((word) => RUNNER.test(word)),
    rest,
  };
}

/** One argument that holds a whole command line, as `sh -c` and `cmd /c` take it. */
function splitLine(argument: string): string[] {
  return /mcp-remote\S*\s+\S/.test(argument)
    ? argument.split(/\s+/).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'))
    : [argument];
}

/** What stands behind a flag, or null. */
export function valueOf(words: readonly string[], flag: string): string | null {
  const at = words.indexOf(flag);
  return at === -1 ? null : (words[at + 1] ?? null);
}

/**
 * The headers that mcp-remote is told to send, in its own reading (`Name:value`), variables as written.
 * @param words what stands behind the program
 */
export function headersOf(words: readonly string[]): Readonly<Record<string, string>> {
  const lines = words.flatMap((word, index) => (words[index - 1] === '--header' ? [word] : []));
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^([A-Za-z0-9_-]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
}
