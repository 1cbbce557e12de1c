import type { ScannedLine } from '../../../ports.ts';
import type { ReadLine } from '../read-line.ts';
import { prefixOf, timeAt } from './dated-line.ts';

/**
 * A line of Claude Code's log of one server: one JSON object with `debug` or `error`, and after it
 * timestamp and sessionId. One that was cut, or is still being written, is read as far as it goes.
 * What a server says stands inside a JSON text, so it cannot begin a line of its own.
 */
export function readCodeJsonl({ text, head }: ScannedLine): ReadLine {
  const whole = parsed(text) ?? torn(text);
  if (whole !== null) return whole;
  const above = head === null ? null : (parsed(head) ?? torn(head));
  return { ...NOTHING, ...above, message: text };
}

const NOTHING: ReadLine = { time: null, server: null, level: null, message: '', session: null };
const KEYS = ['error', 'debug', 'warn', 'info'] as const;

function parsed(text: string): ReadLine | null {
  const json = objectOf(text);
  if (json === null) return null;
  const level = KEYS.find((key) => json[key] !== undefined) ?? null;
  const value = level === null ? text : json[level];
  return {
    time: timeAt(textOf(json['timestamp']) ?? '')?.time ?? null,
    server: null,
    level,
    message: withoutStack(textOf(value) ?? JSON.stringify(value) ?? ''),
    session: textOf(json['sessionId']),
  };
}

function objectOf(text: string): Readonly<Record<string, unknown>> | null {
  if (!text.startsWith('{')) return null;
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Files of early versions are one JSON list, a member on each line. */
const TORN = /^\{?\s{0,8}"(error|debug|warn|info)"\s{0,4}:\s{0,4}"/;
const TORN_TIME = /"timestamp":\s?"(\d{4}-\d\d-\d\dT[\d:.]{8,20}Z)"/;
const TORN_SESSION = /"sessionId":\s?"([\w-]{1,64})"/;

function torn(text: string): ReadLine | null {
  const start = TORN.exec(text);
  if (start === null) return null;
  const message = unescaped(text.slice(start[0].length));
  const tail = text.slice(-400);
  return {
    time: timeAt(TORN_TIME.exec(tail)?.[1] ?? '')?.time ?? null,
    server: null,
    level: start[1] ?? null,
    message: withoutStack(message),
    session: TORN_SESSION.exec(tail)?.[1] ?? null,
  };
}

/** The beginning of a JSON text up to its closing quote, with the escapes undone that are whole. */
function unescaped(text: string): string {
  const end = /^(?:[^"\\]|\\[^])*/.exec(text)?.[0] ?? '';
  return end.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (whole, code?: string, one?: string) =>
    code === undefined ? (ESCAPES[one ?? ''] ?? whole) : String.fromCharCode(parseInt(code, 16)),
  );
}
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
  '/': '/',
};

/** The names of functions inside the program tell nobody anything. */
function withoutStack(message: string): string {
  const at = message.search(/\n {2,8}at /);
  return at === -1 ? message : message.slice(0, at);
}

/** A debug text is one run of the client, from its first line to the last. */
const ONE_RUN = 'debug';

const DEBUG =
  /^(?:(\d{4}-\d\d-\d\dT[\d:.]{8,20}Z|\d\d:\d\d:\d\d(?:\.\d{1,6})?) )?\[(DEBUG|INFO|WARN|ERROR)\] (?:MCP server "([^"\r\n]{1,200})":? ?)?/;

/**
 * A line of Claude Code's debug text: `[DEBUG] MCP server "NAME": …`, in newer versions with the time
 * before it. Only a line that begins so names a server; what follows it raw belongs to it.
 */
export function readCodeDebug(line: ScannedLine): ReadLine {
  const found = prefixOf(line, DEBUG);
  const [whole = '', time = '', level = null, server = null] = found?.match ?? [];
  return {
    time: timeAt(time)?.time ?? null,
    server,
    level: level?.toLowerCase() ?? null,
    message: found?.isOwn === true ? line.text.slice(whole.length) : line.text,
    session: ONE_RUN,
  };
}
