import type { ConfigState, TargetReport } from '../../main/contract/report.ts';
import type { StationState } from '../../main/contract/way.ts';
import { OUTCOME_WORDS, type Outcome, type Severity } from '../../main/contract/words.ts';
import type { Run } from '../store/diagnoses.ts';
import { reportOf } from '../store/diagnoses.ts';
import type { OverviewServer } from '../../main/contract/table.ts';
import { FRAME, KNOWN_TEXTS } from '../texts.ts';

/** The shapes of a state: filled circle, triangle, square with a bar, ring, short dash. */
export type Mark = 'circle' | 'triangle' | 'square' | 'ring' | 'dash';

export const OUTCOME_MARKS: Record<Outcome, Mark> = {
  works: 'circle',
  'at-risk': 'triangle',
  blocked: 'square',
  unknown: 'ring',
};

export const STATION_MARKS: Record<StationState, Mark> = {
  passed: 'circle',
  'at-risk': 'triangle',
  broken: 'square',
  'not-reached': 'dash',
  'not-seen': 'ring',
};

export const SEVERITY_MARKS: Record<Severity, Mark> = {
  error: 'square',
  warning: 'triangle',
  advice: 'ring',
};

export const CONFIG_MARKS: Record<ConfigState, Mark> = {
  ok: 'circle',
  empty: 'ring',
  broken: 'square',
  folder: 'square',
  unreadable: 'square',
  'too-large': 'square',
  missing: 'dash',
};

/** The order in which one client's outcome stands for a whole server: the worst comes first. */
const WORST_FIRST: readonly Outcome[] = ['blocked', 'at-risk', 'unknown', 'works'];

/**
 * One outcome for a whole server. Where no client was judged, its findings decide; where there are
 * none either, it was not seen.
 */
export function outcomeOf(target: TargetReport): Outcome {
  const outcomes = new Set(target.verdicts.map((verdict) => verdict.outcome));
  if (target.findings.length > 0 && outcomes.size === 0) {
    const severities = new Set(target.findings.map((finding) => finding.severity));
    if (severities.has('error')) return 'blocked';
    if (severities.has('warning')) return 'at-risk';
  }
  return WORST_FIRST.find((outcome) => outcomes.has(outcome)) ?? 'unknown';
}

/** The mark and the word of a server in the list, from what its run is doing and last said. */
export function markOfRun(run: Run | undefined): { readonly mark: Mark; readonly word: string } {
  if (run?.phase === 'starting' || run?.phase === 'running')
    return { mark: 'dash', word: FRAME.checking };
  const target = reportOf(run)?.targets[0];
  if (run?.phase === 'failed') return { mark: 'dash', word: FRAME.failed };
  if (run === undefined) return { mark: 'dash', word: FRAME.notChecked };
  const outcome = target === undefined ? 'unknown' : outcomeOf(target);
  return { mark: OUTCOME_MARKS[outcome], word: OUTCOME_WORDS[outcome] };
}

/**
 * The mark and the word of a server of this machine: what a check said, and before one what its files
 * and logs say.
 */
export function markOfServer(
  run: Run | undefined,
  { known }: OverviewServer,
): { readonly mark: Mark; readonly word: string } {
  if (run !== undefined || known.outcome === 'unknown') return markOfRun(run);
  return { mark: OUTCOME_MARKS[known.outcome], word: KNOWN_TEXTS[known.outcome] };
}
