/**
 * What clients wrote down themselves. Nothing here is a value that could be secret: lines are masked
 * and their control characters shown when they are read (safety H2, H13).
 */
import type { ClientId, IncidentEnd, Step } from '../../contract/words.ts';
import type { ModeCode } from './mode-code.ts';

/** The forms in which the known clients write (local-files 3.1 to 3.4). */
export type LogFormat =
  | 'desktop-mcp'
  | 'desktop-server'
  | 'desktop-main'
  | 'code-jsonl'
  | 'code-debug'
  | 'remote-debug'
  | 'remote-text';

/** One line that a signature knows. */
export interface LogLine {
  /** From 1; null where the file was not read from its beginning. */
  readonly line: number | null;
  /** Milliseconds since 1970, of the line or the nearest one above it that has a time. */
  readonly time: number | null;
  /** The server that the line names, or null. */
  readonly server: string | null;
  readonly text: string;
}

/** All lines of one log that one signature knows, for one server. */
export interface LogSighting {
  /** Id of the row in the signature table. */
  readonly signature: string;
  /** The mode that it points to; null where it only tells the story. */
  readonly code: ModeCode | null;
  readonly step: Step;
  readonly server: string | null;
  readonly newest: LogLine;
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
}

/** What happened in a client, as far as a line says it. */
export const LOG_EVENTS = [
  'started',
  'asked',
  'discovered',
  'registered',
  'browser',
  'returned',
  'signed-in',
  'connected',
  'needs-sign-in',
  'failed',
  'closed',
] as const;
export type LogEventKind = (typeof LOG_EVENTS)[number];

export interface LogEvent extends LogLine {
  readonly kind: LogEventKind;
  readonly signature: string;
  readonly code: ModeCode | null;
  readonly step: Step;
}

/** The story of one attempt, or of the same attempt again and again. */
export interface Incident {
  readonly client: ClientId;
  readonly file: string;
  readonly server: string | null;
  readonly kind: 'attempt' | 'loop';
  /** Attempts in it; 1 for an attempt. */
  readonly rounds: number;
  /** The usual time between the beginnings of two rounds; null for an attempt. */
  readonly periodSeconds: number | null;
  readonly first: number | null;
  readonly last: number | null;
  /** How the newest round ended, how far it came, and the mode that its lines name. */
  readonly ended: IncidentEnd;
  readonly step: Step;
  readonly code: ModeCode | null;
  /** The newest round, at most 50 events. */
  readonly events: readonly LogEvent[];
}

/** One log file, as far as it was read. */
export interface LogFile {
  readonly client: ClientId;
  readonly format: LogFormat;
  readonly file: string;
  /** The server that the path names; null where many write into one file. */
  readonly server: string | null;
  /** What the path says of the project, as the client spells it there. */
  readonly project: string | null;
  /** First part of the names of mcp-remote's files, an MD5 of the address; else null. */
  readonly hash: string | null;
  /** Addresses of servers that its lines name, masked. */
  readonly urls: readonly string[];
  readonly size: number;
  readonly modifiedAt: number | null;
  /** `newest` is that an older part was not read. */
  readonly read: 'whole' | 'newest' | 'none';
  /** Why not all of it was read, or null. */
  readonly note: string | null;
  readonly sightings: readonly LogSighting[];
  /** Newest last. */
  readonly incidents: readonly Incident[];
}
