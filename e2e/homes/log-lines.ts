import { PROJECT } from './home.ts';

const DAY_MS = 86_400_000;
/** Yesterday at nine: what logs say of a month ago weighs less. */
const NINE = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS + 9 * 3_600_000;

/** A time in the fixture homes, minutes after the first. */
export function at(minute: number): string {
  return new Date(NINE + minute * 60_000).toISOString();
}

/** A line of Claude Code's log of a server. */
export function codeLine(kind: 'debug' | 'error', text: string, minute = 0): string {
  const [sessionId, cwd] = ['1c816a73-e75f-4c74-86a8-36c5c2aade6c', PROJECT];
  return JSON.stringify({ [kind]: text, timestamp: at(minute), sessionId, cwd });
}

/** A line of `mcp-server-NAME.log`. */
export function serverLine(server: string, level: 'info' | 'error', text: string, minute = 0) {
  return `${at(minute)} [${server}] [${level}] ${text}`;
}

/** A line of `mcp.log`. */
export function mcpLine(server: string, level: 'info' | 'error', text: string, minute = 0) {
  return `${at(minute)} [${level}] [${server}] ${text}`;
}

/** A line of mcp-remote's debug log. */
export function remoteLine(text: string, minute = 0, pid = 4711): string {
  return `[${at(minute)}][${pid}] ${text}`;
}

/** A line of Claude Code's log of a server, written now: what one sees while one watches. */
export function codeLineNow(text: string): string {
  const [timestamp, cwd] = [new Date().toISOString(), PROJECT];
  return JSON.stringify({ debug: text, timestamp, sessionId: 'now', cwd });
}
