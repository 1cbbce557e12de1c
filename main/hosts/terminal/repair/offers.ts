import { AppError } from '../../../contract/errors.ts';
import type { Finding, Report } from '../../../contract/report.ts';
import { findingsInOrder } from '../../../engine/report/findings-in-order.ts';
import type { RepairPlace } from '../../../engine/repair/repairs.ts';

/** A fix that a finding offers, and where the finding was found. */
export interface PlacedOffer {
  readonly id: string;
  readonly title: string;
  readonly automation: Finding['fixes'][number]['automation'];
  readonly undoable: boolean;
  readonly code: string;
  /** What is wrong. */
  readonly finding: string;
  /** The server by its name or address; null for this machine as a whole. */
  readonly server: string | null;
  /** Files that show the fault, which are mostly those that a fix changes. */
  readonly files: readonly string[];
  readonly target: RepairPlace['target'];
}

/** The fixes of a report, each once, in the order of the first thing to fix. */
export function offersOf(report: Report): readonly PlacedOffer[] {
  const all = findingsInOrder(report).flatMap(({ finding, target }) =>
    finding.fixes.map((fix) => ({
      ...fix,
      code: finding.code,
      finding: finding.title,
      server: target === null ? null : (target.names[0]?.name ?? target.url ?? target.id),
      files: filesOf(finding),
      target:
        target === null ? null : target.names.length > 0 ? target.id : (target.url ?? target.id),
    })),
  );
  return [...new Map(all.toReversed().map((one) => [one.id, one])).values()].toReversed();
}

function filesOf({ evidence }: Finding): readonly string[] {
  const files = evidence.flatMap((one) =>
    one.kind === 'file' || one.kind === 'store' ? [one.file] : [],
  );
  return [...new Set(files)];
}

/**
 * The one fix that was meant: by its id, the beginning of its id, or a code that offers one fix.
 * @throws AppError `bad-option` where none is, or several are
 */
export function chosenOffer(wanted: string, offers: readonly PlacedOffer[]): PlacedOffer {
  const exact = offers.find(({ id }) => id === wanted);
  if (exact !== undefined) return exact;
  const text = wanted.toLowerCase();
  const found = offers.filter(
    ({ id, code }) => code.toLowerCase() === text || (text.length >= 4 && id.startsWith(text)),
  );
  const [one, other] = found;
  if (one !== undefined && other === undefined) return one;
  const reason =
    one === undefined
      ? `No fix is offered here under ${wanted.slice(0, 70)}. “unblank fix” lists those that are.`
      : `${wanted.slice(0, 70)} stands for several fixes. Choose one: ${found.map(({ id }) => id).join(', ')}.`;
  throw new AppError('bad-option', { reason });
}
