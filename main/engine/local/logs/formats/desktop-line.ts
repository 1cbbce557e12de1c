import type { ScannedLine } from '../../../ports.ts';
import type { ReadLine } from '../read-line.ts';
import { prefixOf, timeAt } from './dated-line.ts';
import { remotePid } from './remote-line.ts';
import { withoutPayload } from './without-payload.ts';

const TIME = String.raw`(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)`;
const LEVEL = String.raw`\[(info|warn|warning|error|debug|verbose|silly)\]`;
const NAME = String.raw`\[([^\]\r\n]{1,200})\]`;

const MCP = new RegExp(`^${TIME} ${LEVEL}(?: ${NAME})? ?`);
const SERVER = new RegExp(`^${TIME} ${NAME} ${LEVEL} ?`);
/** Before 2025 the file of a server was written as mcp.log is. */
const OLD_SERVER = new RegExp(`^${TIME} ${LEVEL}(?: ${NAME})? ?`);
const MAIN = new RegExp(`^${TIME} ${LEVEL} ?`);

/**
 * `Attempting to connect to MCP server neo4j...`, `Connected to MCP server neo4j!`, `Could not start
 * MCP server neo4j: …`, `Error in MCP connection to server neo4j: …` (2024).
 */
const NAMED_BY_TEXT = [
  /MCP server ([^\s!"':]{1,200}?)(?:\.\.\.|!| disconnected)/,
  /^Could not start MCP server ([^\s"':]{1,200}): /,
  /^(?:Failed to start MCP server: )?Error in MCP connection to server ([^\s"':]{1,200}): /,
];
/** `[LocalMcpServerManager] Connected to NAME (N tools)`, `… Closing NAME`. */
const NAMED_BY_MANAGER =
  /^\[?LocalMcpServerManager[\]:]{1,2} (?:Connected to|Connecting to|Closing) (?!all )([^(\r\n]{1,200}?)(?: \(|$)/;

/** `[custom3p-mcp] … { name: 'NAME', … }`, `… { server: 'NAME' }` (third-party mode). */
const NAMED_BY_HOST = /^\[custom3p-mcp\] [^{\r\n]{1,200}\{ (?:name|server): '([^'\r\n]{1,200})'/;

/** `Skipped invalid MCP server config entries: { invalidServers: [ 'NAME', [length]: 1 ] }`. */
const NAMED_AS_INVALID = /invalidServers: \[ '([^'\r\n]{1,200})'/;

/**
 * A line of Claude Desktop's mcp.log: time, level, server. Only a dated line names a server, so what
 * a server prints (raw lines) stays with the one above it.
 */
export function readDesktopMcp(line: ScannedLine): ReadLine {
  const found = prefixOf(line, MCP);
  const [, time = '', level = null, name = null] = found?.match ?? [];
  const message = restOf(line, found);
  return {
    time: timeAt(time)?.time ?? null,
    server: name ?? firstName(NAMED_BY_TEXT, message.slice(0, 300)),
    level,
    message: withoutPayload(withoutMetadata(message)),
    session: null,
  };
}

/**
 * A line of mcp-server-NAME.log: time, server, level. The error output of the server stands there raw
 * among the lines of the app, so it can look like anything; whatever a line of this file claims, it
 * is about the server that the file is named for (log-reader takes the name of the file first).
 * A raw line that begins as mcp-remote's do carries its process id as the session.
 */
export function readDesktopServer(line: ScannedLine): ReadLine {
  const found = prefixOf(line, SERVER);
  if (found === null) return readOldServer(line);
  const [, time = '', name = null, level = null] = found.match;
  return desktopServer(line, restOf(line, found), { time, name, level });
}

function readOldServer(line: ScannedLine): ReadLine {
  const found = prefixOf(line, OLD_SERVER);
  const [, time = '', level = null, name = null] = found?.match ?? [];
  return desktopServer(line, restOf(line, found), { time, name, level });
}

function desktopServer(
  { text }: ScannedLine,
  rest: string,
  {
    time,
    name,
    level,
  }: { readonly time: string; readonly name: string | null; readonly level: string | null },
): ReadLine {
  const remote = remotePid(text);
  return {
    time: remote?.time ?? timeAt(time)?.time ?? null,
    server: name,
    level,
    message: withoutPayload(remote?.text ?? withoutMetadata(rest)),
    session: remote?.pid ?? null,
  };
}

/** A line of main.log: time, level, and text that may name a server of the local manager. */
export function readDesktopMain(line: ScannedLine): ReadLine {
  const found = prefixOf(line, MAIN);
  const [, time = '', level = null] = found?.match ?? [];
  const message = restOf(line, found);
  const named = found?.isOwn === true ? namedInMain(message.slice(0, 300)) : null;
  return {
    time: timeAt(time)?.time ?? null,
    server: named,
    level,
    message,
    session: null,
  };
}

function namedInMain(message: string): string | null {
  return firstName([NAMED_BY_MANAGER, NAMED_BY_HOST, NAMED_AS_INVALID], message);
}

function firstName(patterns: readonly RegExp[], text: string): string | null {
  const names = patterns.flatMap((pattern) => pattern.exec(text)?.[1]?.trim() ?? []);
  return names[0] ?? null;
}

function restOf({ text }: ScannedLine, found: ReturnType<typeof prefixOf>): string {
  return found?.isOwn === true ? text.slice(found.match[0].length) : text;
}

/** Newer builds end every line with what they know besides: `{ metadata: … }`. */
function withoutMetadata(message: string): string {
  const at = message.lastIndexOf(' { metadata: ');
  return at === -1 ? message : message.slice(0, at);
}
