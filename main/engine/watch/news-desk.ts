import type { WatchNews } from '../../contract/watch.ts';
import { redactStrings } from '../redact/report.ts';
import { redactText } from '../redact/text.ts';
import { isoTime } from '../run/iso-time.ts';
import type { Clock } from '../ports.ts';
import { eventWords } from './event-words.ts';
import { storyKey } from './stories.ts';
import type { LogSource, SessionEvent } from './watch-parts.ts';

/** More lines in a second than anybody reads; what is behind is counted. */
const PER_SECOND = 40;
/** The same happening of the same story is told once in this time. */
const SAME_MS = 2000;
const KEPT = 500;

/** Tells what happens, one line each, held to what a person can read. */
export class NewsDesk {
  readonly #clock: Clock;
  readonly #tell: (news: WatchNews) => void;
  readonly #kept: WatchNews[] = [];
  readonly #last = new Map<string, { readonly kind: string; readonly at: number }>();
  #second = -1;
  #inSecond = 0;
  #left = 0;

  constructor(clock: Clock, tell: (news: WatchNews) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Said by Unblank. */
  readonly note = (text: string): void => {
    this.#send({ at: isoTime(this.#clock.now()), client: null, server: null, mark: 'note', text });
  };

  /** Said by a client. */
  event(source: LogSource, event: SessionEvent): void {
    if (this.#isRepeated(storyKey(source, event), event.kind)) return;
    if (!this.#hasRoom()) return void (this.#left += 1);
    const { mark, text } = eventWords(event.kind, event.text);
    const at = isoTime(event.time ?? this.#clock.now());
    const server = event.server ?? source.server;
    this.#send({ at, client: source.client, server, mark, text });
  }

  all(): readonly WatchNews[] {
    return [...this.#kept];
  }

  #isRepeated(key: string, kind: string): boolean {
    const at = this.#clock.monotonic();
    const last = this.#last.get(key);
    this.#last.delete(key);
    this.#last.set(key, { kind, at });
    const oldest = this.#last.keys().next();
    if (this.#last.size > KEPT && oldest.done !== true) this.#last.delete(oldest.value);
    return last?.kind === kind && at - last.at < SAME_MS;
  }

  #hasRoom(): boolean {
    const second = Math.floor(this.#clock.monotonic() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#inSecond = 0;
      this.#sayLeft();
    }
    this.#inSecond += 1;
    return this.#inSecond <= PER_SECOND;
  }

  #sayLeft(): void {
    const left = this.#left;
    this.#left = 0;
    if (left > 0) this.note(`${left} more lines came too fast to be told.`);
  }

  // SECURITY: A13, H3. What leaves for a window or a terminal passes the gate of a report, too.
  #send(news: WatchNews): void {
    const shown = redactStrings(news, redactText);
    this.#kept.push(shown);
    if (this.#kept.length > KEPT) this.#kept.shift();
    this.#tell(shown);
  }
}
