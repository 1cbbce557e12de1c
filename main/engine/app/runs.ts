import { AppError } from '../../contract/errors.ts';
import { toErrorData, type Emit } from '../../contract/host.ts';
import type { Report } from '../../contract/report.ts';
import type { Progress } from '../run/diagnose.ts';

export type Work = (
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
) => Promise<Report>;

/**
 * The diagnoses that are under way in one window. Each has its own signal and shares nothing with
 * the others (safety L4); its end, good or bad, always arrives as one event.
 */
export class Runs {
  readonly #running = new Map<string, { controller: AbortController; ended: Promise<void> }>();
  readonly #emit: Emit;
  readonly #onBug: (error: unknown) => string;
  #count = 0;

  constructor(emit: Emit, onBug: (error: unknown) => string) {
    this.#emit = emit;
    this.#onBug = onBug;
  }

  /** Starts work and returns its id at once. */
  start(work: Work): string {
    const runId = `run-${(this.#count += 1)}`;
    const controller = new AbortController();
    const ended = this.#follow(runId, work, controller.signal);
    this.#running.set(runId, { controller, ended });
    return runId;
  }

  /** @throws AppError `unknown-run` where the run is over or never was */
  cancel(runId: string): void {
    const run = this.#running.get(runId);
    if (!run) throw new AppError('unknown-run');
    run.controller.abort();
  }

  /** Cancels everything and waits until all of it has ended. */
  async close(): Promise<void> {
    const all = [...this.#running.values()];
    for (const { controller } of all) controller.abort();
    await Promise.all(all.map((one) => one.ended));
  }

  async #follow(runId: string, work: Work, signal: AbortSignal): Promise<void> {
    // The caller must have the id before the first event: nothing is emitted in this turn.
    await Promise.resolve();
    try {
      const report = await work(signal, (progress) =>
        this.#emit('diagnosis.progress', { runId, ...progress }),
      );
      this.#emit('diagnosis.finished', { runId, report });
    } catch (error) {
      this.#emit('diagnosis.failed', { runId, error: toErrorData(error, this.#onBug) });
    } finally {
      this.#running.delete(runId);
    }
  }
}
