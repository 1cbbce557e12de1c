import type { LogFormat } from '../../model/log-evidence.ts';
import type { ScannedLine } from '../../ports.ts';
import { readCodeDebug, readCodeJsonl } from './formats/code-line.ts';
import { readDesktopMain, readDesktopMcp, readDesktopServer } from './formats/desktop-line.ts';
import { readRemoteDebug, readRemoteText } from './formats/remote-line.ts';

/** What a line of a log says besides its text. Nothing in it is masked yet. */
export interface ReadLine {
  /** Milliseconds since 1970, its own or that of the dated line above it. */
  readonly time: number | null;
  /** The server that the line itself, or the dated line above it, names. */
  readonly server: string | null;
  readonly level: string | null;
  /** Without prefix, metadata and stack. */
  readonly message: string;
  /** Session or process: what tells two runs in one file apart. */
  readonly session: string | null;
}

const READERS: Readonly<Record<LogFormat, (line: ScannedLine) => ReadLine>> = {
  'desktop-mcp': readDesktopMcp,
  'desktop-server': readDesktopServer,
  'desktop-main': readDesktopMain,
  'code-jsonl': readCodeJsonl,
  'code-debug': readCodeDebug,
  'remote-debug': readRemoteDebug,
  'remote-text': readRemoteText,
};

/**
 * Reads one line of a log. Never throws: a line of another form is its own message.
 * SECURITY: H13: which server a line may name is decided by the form of its beginning and nothing
 * in its text, so a server cannot write itself into the story of another.
 * @param format how the program writes (local-files 3.1 to 3.4)
 * @param line as the scanner hands it over, with the dated line above where it is raw
 */
export function readLine(format: LogFormat, line: ScannedLine): ReadLine {
  return READERS[format](line);
}
