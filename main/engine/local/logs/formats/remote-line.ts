import type { ScannedLine } from '../../../ports.ts';
import type { ReadLine } from '../read-line.ts';
import { timeAt } from './dated-line.ts';
import { withoutPayload } from './without-payload.ts';

const DEBUG = /^\[(\d{4}-\d\d-\d\dT[\d:.]{8,20}Z)\]\[(\d{1,10})\] ?/;
const TEXT = /^(?:\[(\d{1,10})\] )+/;

/**
 * What mcp-remote puts before its lines: `[time][pid]` with --debug, `[pid]` without, at times twice.
 * @returns null where the line does not begin so
 */
export function remotePid(
  text: string,
): { readonly time: number | null; readonly pid: string; readonly text: string } | null {
  const debug = DEBUG.exec(text.slice(0, 80));
  const rest = debug === null ? text : text.slice(debug[0].length);
  const plain = TEXT.exec(rest.slice(0, 80));
  const pid = debug?.[2] ?? plain?.[1];
  if (pid === undefined) return null;
  const time = debug === null ? null : (timeAt(debug[1] ?? '')?.time ?? null);
  return { time, pid, text: rest.slice(plain?.[0].length ?? 0) };
}

/** A line of mcp-remote's `<hash>_debug.log`. Lines of a stack belong to the one above. */
export function readRemoteDebug(line: ScannedLine): ReadLine {
  const own = remotePid(line.text);
  const above = own === null && line.head !== null ? remotePid(line.head) : null;
  return {
    time: own?.time ?? above?.time ?? null,
    server: null,
    level: null,
    message: withoutPayload(own?.text ?? line.text),
    session: own?.pid ?? above?.pid ?? null,
  };
}

/** A line that mcp-remote wrote to its error output: no time, the process id before the text. */
export function readRemoteText(line: ScannedLine): ReadLine {
  return readRemoteDebug(line);
}
