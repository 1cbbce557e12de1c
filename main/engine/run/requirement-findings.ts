import { SEVERITIES, type Level, type Severity } from '../../contract/words.ts';
import type { Mode, Occurrence, RequirementMode } from '../model/mode.ts';
import type { BrokenRequirement } from './judge-requirements.ts';
import type { Judged } from './judge-modes.ts';

/** How much a broken requirement weighs where it does not say otherwise. */
const WEIGHTS: Record<Level, Severity> = {
  MUST: 'error',
  'MUST NOT': 'error',
  SHOULD: 'warning',
  'SHOULD NOT': 'warning',
  COMPAT: 'warning',
  RECOMMENDED: 'advice',
  MAY: 'advice',
  INFERRED: 'advice',
};

/**
 * What the modes find that are nothing but their requirements: each once, with all that is broken
 * of it, the heaviest first.
 * @param modes all modes; those with a judgement of their own are passed over
 */
export function requirementFindings(
  modes: readonly Mode[],
  broken: readonly BrokenRequirement[],
): readonly Judged[] {
  return modes
    .filter((mode): mode is RequirementMode<never> => mode.over === 'requirements')
    .flatMap((mode) => {
      const own = brokenOf(mode, broken).toSorted((one, two) => rank(one) - rank(two));
      return own.length === 0 ? [] : [{ mode, occurrence: occurrenceOf(own) }];
    });
}

/**
 * Everything that was found on a target: what modes judged, and what their requirements show. A mode
 * that is in both is one finding, with what was judged first.
 */
export function withRequirements(
  found: readonly Judged[],
  modes: readonly Mode[],
  broken: readonly BrokenRequirement[],
): readonly Judged[] {
  const shown = requirementFindings(modes, broken);
  const isOf = (one: Judged) => (other: Judged) => other.mode === one.mode;
  const joined = found.map((one) => {
    const same = one === found.find(isOf(one)) ? shown.find(isOf(one)) : undefined;
    return same === undefined ? one : joinedWith(one, same);
  });
  return [...joined, ...shown.filter((one) => !found.some(isOf(one)))];
}

function joinedWith({ mode, occurrence }: Judged, { occurrence: shown }: Judged): Judged {
  const details = [occurrence.detail ?? '', shown.detail ?? ''].join(' ').trim();
  const [own, other] = [occurrence.severity ?? mode.severity, shown.severity ?? mode.severity];
  const severity = SEVERITIES.indexOf(own) <= SEVERITIES.indexOf(other) ? own : other;
  const evidence = [...occurrence.evidence, ...shown.evidence];
  // What is broken names itself (findings.ts).
  const { requirements: _, ...judged } = occurrence;
  return { mode, occurrence: { ...shown, ...judged, detail: details, severity, evidence } };
}

/** The broken requirements that show as this mode. */
export function brokenOf(
  { code }: Mode,
  broken: readonly BrokenRequirement[],
): readonly BrokenRequirement[] {
  return broken.filter(({ requirement }) => requirement.shownBy.includes(code));
}

function occurrenceOf(own: readonly BrokenRequirement[]): Occurrence {
  const [worst] = own as readonly [BrokenRequirement];
  const snippet = own.find((one) => one.broken.snippet !== undefined)?.broken.snippet;
  return {
    severity: severityOf(worst),
    detail: own.map((one) => one.broken.text).join(' '),
    ...(worst.broken.whatToDo === undefined ? {} : { whatToDo: worst.broken.whatToDo }),
    ...(snippet === undefined ? {} : { snippet }),
    evidence: own.flatMap((one) => one.broken.evidence),
  };
}

function severityOf({ requirement, broken }: BrokenRequirement): Severity {
  return broken.severity ?? WEIGHTS[requirement.level];
}

function rank(one: BrokenRequirement): number {
  return SEVERITIES.indexOf(severityOf(one));
}
