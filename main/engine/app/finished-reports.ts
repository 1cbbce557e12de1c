import { AppError } from '../../contract/errors.ts';
import type { Report } from '../../contract/report.ts';

/** A report can be megabytes; a person looks back at a few. */
const KEPT = 12;

/** The last reports of a window, by the run that made them, so that a call can name one. */
export class FinishedReports {
  readonly #reports = new Map<string, Report>();

  keep(runId: string, report: Report): void {
    this.#reports.set(runId, report);
    const oldest = this.#reports.keys().next();
    if (this.#reports.size > KEPT && oldest.done !== true) this.#reports.delete(oldest.value);
  }

  /** @throws AppError `unknown-run` where the run made none, or so many came after it */
  get(runId: string): Report {
    const report = this.#reports.get(runId);
    if (report === undefined) throw new AppError('unknown-run');
    return report;
  }

  /** The newest report that offers a fix; null where none of those kept does. */
  offering(fix: string): Report | null {
    const newest = [...this.#reports.values()].toReversed();
    return newest.find((report) => doesOffer(report, fix)) ?? null;
  }
}

function doesOffer({ machine, targets }: Report, fix: string): boolean {
  const findings = [machine, ...targets].flatMap((one) => one.findings);
  return findings.some(({ fixes }) => fixes.some(({ id }) => id === fix));
}
