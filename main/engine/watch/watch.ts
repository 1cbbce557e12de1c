import type { WatchEnd } from '../../contract/watch.ts';
import type { Incident } from '../model/log-evidence.ts';
import { redactStrings } from '../redact/report.ts';
import { redactText } from '../redact/text.ts';
import { withDeadline } from '../run/with-deadline.ts';
import { aboutTarget } from './about-target.ts';
import {
  attemptEnd,
  isAtSignIn,
  outcomeOf,
  quietWords,
  stoppedEnd,
  type StopReason,
} from './end-words.ts';
import { followLogs, type FollowOptions } from './follow-logs.ts';
import { NewsDesk } from './news-desk.ts';
import { createSilence } from './silence.ts';
import { Stories } from './stories.ts';
import { WATCH_PARTS } from './default-parts.ts';
import type { LogSource, SessionEvent, WatchParts, WatchReader } from './watch-parts.ts';
import type { WatchOptions, WatchRequest, WatchResult, WatchTarget } from './watch-request.ts';

/** SECURITY: L1. Nobody tries again for longer than this. */
const LONGEST_MS = 60 * 60 * 1000;
/** Silence is said after this time without a line. */
const QUIET_MS = 20_000;
/** Further lines of the same end can follow it, and name its cause. */
const SETTLE_MS = 1000;
/** What is older than the start by more than the clock of another program can be off. */
const EARLIER_MS = 2000;

/**
 * Follows the logs of every client on this machine while somebody tries again, and tells what
 * happens as it happens. Reads only new lines, contacts nobody, starts nothing (G3, E8).
 * @param request which server, and when to stop
 * @param options what it tells, and how it is stopped
 * @returns how it ended, also where it was stopped or its hour was over; never rejects for what
 *   lies on the disk
 */
export async function watch(
  request: WatchRequest,
  options: WatchOptions,
  parts: WatchParts = WATCH_PARTS,
): Promise<WatchResult> {
  const { clock } = options.ports;
  const [startedAt, begun] = [clock.now(), clock.monotonic()];
  const limit = withDeadline(clock, LONGEST_MS, options.signal);
  const run = new WatchRun(request, options, parts);
  try {
    await run.follow(limit.signal);
    const why = limit.ended() === 'deadline' ? 'time' : 'told';
    const end = redactStrings(run.end(why), redactText);
    const durationMs = Math.round(clock.monotonic() - begun);
    return { startedAt, durationMs, files: run.files, end, news: run.desk.all() };
  } finally {
    limit.release();
  }
}

/** One time of watching: what was told, and what it has come to. */
class WatchRun {
  readonly desk: NewsDesk;
  files = 0;
  readonly #request: WatchRequest;
  readonly #options: WatchOptions;
  readonly #parts: WatchParts;
  readonly #stories: Stories;
  readonly #isAbout: ReturnType<typeof aboutTarget>;
  readonly #startedAt: number;
  readonly #over = new AbortController();
  #ended: Incident | null = null;
  #heard = false;
  #stopSettling: () => void = () => undefined;
  #onHeard: () => void = () => undefined;

  constructor(request: WatchRequest, options: WatchOptions, parts: WatchParts) {
    this.#request = request;
    this.#options = options;
    this.#parts = parts;
    this.#stories = new Stories(parts.step);
    this.#isAbout = aboutTarget(request.target);
    this.#startedAt = options.ports.clock.now();
    this.desk = new NewsDesk(options.ports.clock, options.onNews);
  }

  /** Follows until an attempt ends, or until the signal. */
  async follow(signal: AbortSignal): Promise<void> {
    const { ports } = this.#options;
    if (isOnlyHosted(this.#request.target)) this.desk.note(HOSTED);
    const silence = createSilence(ports.clock, QUIET_MS, () =>
      this.desk.note(quietWords(this.#stories.newest())),
    );
    this.#onHeard = silence.heard;
    try {
      const until = AbortSignal.any([signal, this.#over.signal]);
      await followLogs({ ports, findLogs: this.#parts.findLogs, ...this.#listener() }, until);
    } finally {
      silence.end();
      this.#stopSettling();
    }
  }

  end(reason: StopReason): WatchEnd {
    if (this.#ended !== null) return attemptEnd(this.#ended, this.#options.modes);
    return stoppedEnd(reason, this.#stories.newest(), this.#heard);
  }

  #listener(): Pick<FollowOptions, 'open' | 'onLook' | 'onLost'> {
    let isFirst = true;
    const onLook = (files: number): void => {
      this.files = files;
      if (isFirst) this.desk.note(followed(files));
      isFirst = false;
    };
    const onLost = ({ file }: LogSource) => this.desk.note(`${file} cannot be followed.`);
    return { open: this.#open, onLook, onLost };
  }

  readonly #open = (source: LogSource, isNew: boolean) => {
    let reader = this.#parts.createReader(source);
    let offset = 0;
    return (lines: Parameters<WatchReader['take']>[0]): void => {
      const first = lines[0]?.offset ?? offset;
      // The file was cut off or replaced: it begins again, and so does its reader.
      if (first < offset) reader = this.#parts.createReader(source);
      offset = lines.at(-1)?.offset ?? offset;
      const events = reader.take(lines);
      // All of a batch is read before its addresses are asked for, and that once.
      let named: readonly string[] | null = null;
      const urls = () => (named ??= reader.urls());
      const about = (server: string | null) => this.#isAbout({ source, server, urls });
      if (about(null)) this.#hear();
      for (const event of events)
        if (about(event.server) && !(isNew && this.#isEarlier(event))) this.#take(source, event);
    };
  };

  /** A file that appears can be an old one under a new name. */
  #isEarlier({ time }: SessionEvent): boolean {
    return time !== null && time < this.#startedAt - EARLIER_MS;
  }

  #hear(): void {
    this.#heard = true;
    this.#onHeard();
  }

  #take(source: LogSource, event: SessionEvent): void {
    this.#hear();
    const { open, ended } = this.#stories.take(source, event);
    // That it waits for the sign-in was told when it opened the page.
    const isKnown = event.kind === 'needs-sign-in' && open !== null && isAtSignIn(open);
    if (!isKnown) this.desk.event(source, event);
    if (ended !== null && outcomeOf(ended) !== null) this.#settle(ended);
  }

  #settle(incident: Incident): void {
    const before = this.#ended;
    if (this.#request.until === 'stopped') return this.#goOn(incident);
    this.#ended = before === null ? incident : laterEnd(before, incident);
    if (before !== null) return;
    this.#stopSettling = this.#options.ports.clock.after(SETTLE_MS, () => this.#over.abort());
  }

  /** Tells an end and goes on; further lines of the same end are not told again. */
  #goOn(incident: Incident): void {
    const before = this.#ended;
    this.#ended = incident;
    if (before !== null && isSameEnd(before, incident)) return;
    const { headline, title } = attemptEnd(incident, this.#options.modes);
    this.desk.note(title === null ? headline : `${headline} ${title}.`);
  }
}

/** What followed at once belongs to the end before it, where it is of the same attempt. */
function laterEnd(before: Incident, later: Incident): Incident {
  if (before.file !== later.file || before.server !== later.server) return before;
  const isSame = before.ended === later.ended;
  return { ...later, code: later.code ?? (isSame ? before.code : null) };
}

function isSameEnd(one: Incident, other: Incident): boolean {
  const facts = ({ file, server, first, ended, code }: Incident) =>
    JSON.stringify([file, server, first, ended, code]);
  return facts(one) === facts(other);
}

/** An address that nothing here configures: then only a client elsewhere can be meant. */
function isOnlyHosted(target: WatchTarget | null): boolean {
  return target !== null && target.entries.length === 0;
}

const HOSTED =
  'No configuration on this machine names this server. If it is a connector in Claude’s settings, its attempts leave nothing here: `unblank trace` shows its sign-in.';

function followed(files: number): string {
  const begin = 'Now try again in Claude.';
  if (files === 0) return `No log is here yet; one that appears is read. ${begin}`;
  return `${files === 1 ? '1 log is' : `${files} logs are`} followed, and those that appear. ${begin}`;
}
