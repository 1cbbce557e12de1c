import type { LogFormat } from '../model/log-evidence.ts';

/** What a line of a log is made of; what is left out is as in a log of the server “acme”. */
export interface SampleLine {
  readonly time?: string;
  readonly server?: string;
  readonly session?: string;
}

const WRITERS: Readonly<
  Record<LogFormat, (message: string, parts: Required<SampleLine>) => string>
> = {
  'desktop-mcp': (message, { time, server }) => `${time} [info] [${server}] ${message}`,
  'desktop-server': (message, { time, server }) =>
    `${time} [${server}] [info] ${message} { metadata: undefined }`,
  'desktop-main': (message, { time }) => `${time} [info] ${message}`,
  'code-jsonl': (message, { time, session }) =>
    JSON.stringify({ debug: message, timestamp: time, sessionId: session, cwd: '/home/ada' }),
  'code-debug': (message, { time, server }) => `${time} [DEBUG] MCP server "${server}": ${message}`,
  'remote-debug': (message, { time, session }) => `[${time}][${session}] ${message}`,
  'remote-text': (message, { session }) => `[${session}] ${message}`,
};

/** A message as a client writes it into a log of that format (local-files 3.1 to 3.4). */
export function sampleLogLine(format: LogFormat, message: string, parts: SampleLine = {}): string {
  const { time = '2026-11-20T10:00:00.000Z', server = 'acme', session = '4711' } = parts;
  return WRITERS[format](message, { time, server, session });
}
