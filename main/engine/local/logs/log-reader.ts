import type { ClientId } from '../../../contract/words.ts';
import type {
  LogEvent,
  LogFile,
  LogFormat,
  LogLine,
  LogSighting,
} from '../../model/log-evidence.ts';
import type { LogScan, ScannedLine } from '../../ports.ts';
import { visible } from '../../redact/visible.ts';
import { toIncidents } from './incidents/to-incidents.ts';
import type { Match } from './match-signature.ts';
import { createMessages, type KnownMessage, type Messages } from './messages.ts';
import { namedUrls } from './named-urls.ts';
import { readLine, type ReadLine } from './read-line.ts';
import { createShownNames, shownName } from './shown-line.ts';

/** Of which file the lines are. */
export interface LogSource {
  readonly client: ClientId;
  readonly format: LogFormat;
  readonly file: string;
  readonly server: string | null;
  readonly project: string | null;
  readonly hash: string | null;
}

/** An event with what tells two runs in one file apart. */
export interface SessionEvent extends LogEvent {
  readonly session: string | null;
}

export interface LogReader {
  /**
   * Takes lines, in the order of the file within one call; calls may come newest part first.
   * @returns what happened in them, in that order
   */
  take(lines: readonly ScannedLine[]): readonly SessionEvent[];
  /** What is known so far. @param scan what became of reading the file */
  result(scan: LogScan): LogFile;
}

/** Events kept for the stories; older ones are counted in the sightings only. */
const EVENTS = 2000;
/** Servers that one file can name; a forged log cannot make the table grow. */
const SIGHTINGS = 1000;
/** A client tells of one failure in several lines, one after the other. */
const SAME_MS = 500;

/** An event and where it stands. */
interface PlacedEvent {
  readonly offset: number;
  readonly event: SessionEvent;
}
/** A sighting that is still counted, and the newest line of it. */
interface OpenSighting {
  readonly signature: Match['signature'];
  newest: LogLine;
  offset: number;
  count: number;
  first: number | null;
  last: number | null;
  /** Of the line that was counted last, to tell the several lines of one failure. */
  time: number | null;
  session: string | null;
}
interface Read {
  readonly line: ScannedLine;
  readonly read: ReadLine;
  readonly match: Match;
  readonly message: KnownMessage;
  readonly shown: typeof shownName;
}

/**
 * Reads a log line by line as it is scanned or followed: what its lines say, counted per text and
 * server, and the newest events. Memory does not grow with the log. Text is masked and made visible
 * before anything is kept (safety H2, H13).
 * @param place of which file the lines are; what its path says outweighs what its lines claim. A file
 *   that was replaced by another is another reader's
 */
export function createLogReader(place: LogSource): LogReader {
  const source = shownSource(place);
  const messages = createMessages(source.format);
  const shown = createShownNames();
  const sightings = new Map<string, OpenSighting>();
  const urls = namedUrls();
  let events: PlacedEvent[] = [];
  return {
    take(lines) {
      const known = recognised(lines, source.format, messages, shown);
      const fresh: PlacedEvent[] = [];
      const oldest = events.length < EVENTS ? -1 : (events[0]?.offset ?? -1);
      // Newest first, so that the work is done for what is kept only.
      for (const one of known.toReversed()) {
        if (isOwnWord(one.match, source)) urls.add(one.match.url);
        const isNew = count(one, source, sightings);
        const wanted = fresh.length < EVENTS && one.line.offset >= oldest;
        if (!isNew || !wanted || one.match.signature.event === null) continue;
        fresh.push({
          offset: one.line.offset,
          event: toEvent(one, one.match.signature.event, source),
        });
      }
      fresh.reverse();
      events = [...events, ...fresh].sort((one, two) => one.offset - two.offset).slice(-EVENTS);
      return fresh.map(({ event }) => event);
    },
    result: (scan) => ({
      ...source,
      urls: urls.all(),
      ...scanFacts(scan),
      sightings: [...sightings.values()].map(toSighting),
      incidents: toIncidents(
        events.map(({ event }) => event),
        { client: source.client, file: source.file, server: source.server },
      ),
    }),
  };
}

/**
 * SECURITY: H13: in the log of another program a server can print what it likes, so an address counts
 * only where the client that writes the log is the one that says it.
 */
function isOwnWord({ signature }: Match, { client }: LogSource): boolean {
  return signature.clients.includes(client);
}

function shownSource({ client, format, file, server, project, hash }: LogSource): LogSource {
  return {
    client,
    format,
    file: visible(file),
    server: shownName(server),
    project: shownName(project),
    hash: shownName(hash),
  };
}

/** The lines that are known. One without a time has that of the nearest one above that has. */
function recognised(
  lines: readonly ScannedLine[],
  format: LogFormat,
  messages: Messages,
  shown: typeof shownName,
): readonly Read[] {
  const known: Read[] = [];
  let time: number | null = null;
  for (const line of lines) {
    const read = readLine(format, line);
    time = read.time ?? time;
    const message = messages.read(read.message);
    if (message === null) continue;
    const { match } = message;
    const timed = read.time === time ? read : { ...read, time };
    known.push({ line, match, message, shown, read: timed });
  }
  return known;
}

/** Adds a line to its sighting. @returns false where it only repeats the one beside it */
function count(one: Read, source: LogSource, sightings: Map<string, OpenSighting>): boolean {
  const { time, session } = one.read;
  const key = `${one.match.signature.id} ${source.server ?? one.read.server ?? ''}`;
  const open = sightings.get(key);
  if (open === undefined) {
    if (sightings.size >= SIGHTINGS) return false;
    sightings.set(key, opened(one, source));
    return true;
  }
  const repeats = isRepeat(open, one.read);
  if (!repeats) open.count += 1;
  if (time !== null) {
    open.first = Math.min(open.first ?? time, time);
    open.last = Math.max(open.last ?? time, time);
  }
  open.time = time;
  open.session = session;
  if (one.line.offset > open.offset) {
    open.offset = one.line.offset;
    open.newest = toLine(one, source);
  }
  return !repeats;
}

function opened(one: Read, source: LogSource): OpenSighting {
  const { time, session } = one.read;
  return {
    signature: one.match.signature,
    newest: toLine(one, source),
    offset: one.line.offset,
    count: 1,
    first: time,
    last: time,
    time,
    session,
  };
}

function isRepeat(open: OpenSighting, { time, session }: ReadLine): boolean {
  if (session === null || session !== open.session) return false;
  return time !== null && open.time !== null && Math.abs(time - open.time) <= SAME_MS;
}

function toSighting({ signature, newest, count, first, last }: OpenSighting): LogSighting {
  const { id, code, step } = signature;
  return { signature: id, code, step, server: newest.server, newest, count, first, last };
}

function toLine({ line, read, message, shown }: Read, source: LogSource): LogLine {
  return {
    line: line.line,
    time: read.time,
    server: source.server ?? shown(read.server),
    text: message.shown(),
  };
}

function toEvent(one: Read, kind: LogEvent['kind'], source: LogSource): SessionEvent {
  const { id, code, step } = one.match.signature;
  const session = one.shown(one.read.session);
  return { ...toLine(one, source), kind, signature: id, code, step, session };
}

function scanFacts(scan: LogScan): Pick<LogFile, 'size' | 'modifiedAt' | 'read' | 'note'> {
  if (scan.kind === 'scanned') {
    const { size, modifiedAt, read, note } = scan;
    return { size, modifiedAt, read, note };
  }
  const none = { size: 0, modifiedAt: null, read: 'none' } as const;
  if (scan.kind === 'unreadable') return { ...none, note: scan.reason };
  if (scan.kind === 'too-large')
    return { ...none, size: scan.size, note: 'The file is too large.' };
  return { ...none, note: scan.kind === 'folder' ? 'This is a folder.' : 'The file is gone.' };
}
