import { PROJECT } from './home.ts';

/** A time on the days of the fixture homes, minutes apart. */
export function at(minute: number, day = 20): string {
  const [hours, minutes] = [9 + Math.floor(minute / 60), minute % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `2026-11-${two(day)}T${two(hours)}:${two(minutes)}:00.000Z`;
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
