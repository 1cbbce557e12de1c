import type { Evidence, Finding, TargetReport } from '../../../contract/report.ts';
import { redactText } from '../../redact/text.ts';
import type { Look } from '../journal/journal-event.ts';
import type { RepairPlace } from '../repairs.ts';
import type { FoundTwice } from './find-offer.ts';

/** What is to be looked for again after a fix, and how it stood before. Nothing secret is in it. */
export function lookOf({ planned, seen, local, traced }: FoundTwice, place: RepairPlace): Look {
  const { finding, target, offer, diagnosis } = seen;
  // An address can hold a secret; such a place is not kept, and a later look reads this machine only.
  const isKept = place.target === null || redactText(place.target) === place.target;
  return {
    offer: offer.id,
    code: finding.code,
    title: redactText(finding.title),
    step: finding.step,
    place: isKept ? place.target : null,
    offline: place.offline || !isKept,
    local,
    traced,
    target: target?.id ?? null,
    names: target?.names.map(({ client, name }) => ({ client, name: redactText(name) })) ?? [],
    spots: [...spotsOf(finding)],
    told: isTold(finding),
    verdicts: outcomesOf(target),
    whole: planned === seen && local ? [] : outcomesOf(planned.target),
    errors: errorsOf(target?.findings ?? diagnosis.report.machine.findings),
  };
}

function outcomesOf(target: TargetReport | null): Look['verdicts'] {
  return target?.verdicts.map(({ client, outcome }) => ({ client, outcome })) ?? [];
}

/** The codes of the findings that stop somebody. */
export function errorsOf(findings: readonly Finding[]): string[] {
  return findings.filter((one) => one.severity === 'error').map((one) => one.code);
}

/** Is this the finding that was looked at before? */
export function isSame(look: Look, finding: Finding): boolean {
  if (finding.code !== look.code) return false;
  if (finding.fixes.some(({ id }) => id === look.offer)) return true;
  const spots = spotsOf(finding);
  if (look.spots.length === 0 || spots.size === 0) return true;
  return look.spots.some((spot) => spots.has(spot));
}

/** The server that was looked at, in a later report; its id can have changed with its address. */
export function sameTarget(
  { target, names }: Look,
  targets: readonly TargetReport[],
): TargetReport | null {
  const isNamed = (one: TargetReport): boolean =>
    one.names.some(({ client, name }) =>
      names.some((before) => before.client === client && before.name === redactText(name)),
    );
  return targets.find((one) => one.id === target) ?? targets.find(isNamed) ?? null;
}

/** Is it told by logs alone? */
export function isTold({ evidence }: Finding): boolean {
  return evidence.length > 0 && evidence.every(isHistory);
}

/** When a log last told it, in milliseconds since 1970; null where it is no log that tells it. */
export function lastTold(finding: Finding): number | null {
  const times = finding.evidence
    .filter(isHistory)
    .map((one) => Date.parse(one.last ?? (one.kind === 'log' ? (one.time ?? '') : '')));
  const known = times.filter((time) => !Number.isNaN(time));
  return known.length === 0 ? null : Math.max(...known);
}

function isHistory(one: Evidence): one is Extract<Evidence, { kind: 'log' | 'incident' }> {
  return one.kind === 'log' || one.kind === 'incident';
}

function spotsOf({ evidence }: Finding): Set<string> {
  const places = evidence.filter((one) => one.kind === 'file' || one.kind === 'store');
  return new Set(places.map(({ file, pointer }) => redactText(`${file} ${pointer ?? ''}`)));
}
