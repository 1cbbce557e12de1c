import { AppError, type AppErrorData } from '../../contract/errors.ts';
import { toErrorData } from '../../contract/host.ts';
import type { Report } from '../../contract/report.ts';
import type { Clock } from '../ports.ts';

/** Something long that ends in a report, or in another kind of end, and tells news on its way. */
export type Work<News, End = Report> = (
  signal: AbortSignal,
  tell: (news: News) => void,
) => Promise<End>;

/** Where the news and the end of one kind of run go. */
export interface RunEvents<News, End = Report> {
  readonly kind: 'diagnosis' | 'trace' | 'watch' | 'repair' | 'repair-preview';
  readonly tell: (runId: string, news: News) => void;
  readonly finished: (runId: string, end: End) => void;
  readonly failed: (runId: string, error: AppErrorData) => void;
}

interface Running {
  readonly kind: RunEvents<unknown>['kind'];
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** What was cancelled and does not end is given up after this time (safety L1). */
const CANCEL_MS = 10_000;

/**
 * What is under way in one window: diagnoses, traced sign-ins, watches, repairs. Each has its own signal and
 * shares nothing with the others (safety L4); its end, good or bad, always arrives as one event.
 */
export class Runs {
  readonly #running = new Map<string, Running>();
  readonly #clock: Clock;
  readonly #onBug: (error: unknown) => string;
  #count = 0;

  constructor(clock: Clock, onBug: (error: unknown) => string) {
    this.#clock = clock;
    this.#onBug = onBug;
  }

  /** Starts work and returns its id at once. */
  start<News, End>(events: RunEvents<News, End>, work: Work<News, End>): string {
    const runId = `run-${(this.#count += 1)}`;
    const controller = new AbortController();
    const ended = this.#follow(runId, events, work, controller.signal);
    this.#running.set(runId, { kind: events.kind, controller, ended });
    return runId;
  }

  /** Is a run of this kind under way, or the one that is named? */
  has(kind: Running['kind'], runId?: string): boolean {
    return [...this.#running].some(
      ([id, one]) => one.kind === kind && (runId === undefined || id === runId),
    );
  }

  /** @throws AppError `unknown-run` where no such run of this kind is under way */
  cancel(kind: Running['kind'], runId: string): void {
    const run = this.#running.get(runId);
    if (run?.kind !== kind) throw new AppError('unknown-run');
    run.controller.abort();
  }

  /** Cancels everything and waits until all of it has ended. */
  async close(): Promise<void> {
    const all = [...this.#running.values()];
    for (const { controller } of all) controller.abort();
    await Promise.all(all.map((one) => one.ended));
  }

  async #follow<News, End>(
    runId: string,
    events: RunEvents<News, End>,
    work: Work<News, End>,
    signal: AbortSignal,
  ): Promise<void> {
    // The caller must have the id before the first event: nothing is emitted in this turn.
    await Promise.resolve();
    const limit = this.#limit(signal);
    const tell = (news: News): void => {
      // News of a run that was given up would come after its end.
      if (this.#running.has(runId)) events.tell(runId, news);
    };
    const end = await Promise.race([work(signal, tell), limit.passed]).then(
      (result) => () => events.finished(runId, result),
      (error: unknown) => () => events.failed(runId, toErrorData(error, this.#onBug)),
    );
    limit.release();
    // Before the event: whoever hears of the end may start the next one.
    this.#running.delete(runId);
    end();
  }

  /** Fails some time after the signal; the work may still be at it then, and nobody listens. */
  #limit(signal: AbortSignal): { passed: Promise<never>; release: () => void } {
    let stop = (): void => undefined;
    const passed = new Promise<never>((_, reject) => {
      const count = (): void => {
        stop = this.#clock.after(CANCEL_MS, () => reject(new AppError('run-stuck')));
      };
      signal.addEventListener('abort', count, { once: true });
    });
    return { passed, release: () => stop() };
  }
}
