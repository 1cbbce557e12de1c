import type { Finding, TargetReport, Verdict } from './report.ts';
import type { Standing } from './standing-schema.ts';
import { tellingVerdict } from './telling-verdict.ts';
import { CLIENT_WORDS, type Outcome } from './words.ts';

/**
 * What to say of a server first: what is wrong, else which client is kept from it, else that one
 * connected, else the first advice.
 */
export function standingOf(target: TargetReport): Standing {
  const verdict = tellingVerdict(target);
  return (
    rootStanding(target) ??
    stoppedStanding(target, verdict) ??
    worksStanding(target, verdict) ??
    adviceStanding(target.findings) ??
    quietStanding(target)
  );
}

/** What is to be done first comes first; what works is read last. */
const ORDER: readonly Outcome[] = ['blocked', 'at-risk', 'unknown', 'works'];

/** The place of a standing in a list of many, for sorting. */
export function standingRank({ outcome, code }: Standing): number {
  return 2 * ORDER.indexOf(outcome) + (code === null ? 1 : 0);
}

/** True where somebody has to do something about the server; advice alone is not that. */
export function needsLook(target: TargetReport): boolean {
  const { outcome } = standingOf(target);
  return outcome === 'blocked' || outcome === 'at-risk' || target.leftBehind.length > 0;
}

function rootStanding({ findings, rootCause }: TargetReport): Standing | null {
  const root = findings.find(({ code }) => code === rootCause);
  if (root === undefined) return null;
  const outcome = root.severity === 'error' ? 'blocked' : 'at-risk';
  return { outcome, says: root.title, code: root.code };
}

/** A log tells a story, which says more than the verdict that was made of it. */
function stoppedStanding(
  { incidents, trace }: TargetReport,
  verdict: Verdict | null,
): Standing | null {
  if (verdict === null || verdict.outcome === 'unknown' || verdict.outcome === 'works') return null;
  const { client, cause, outcome, why } = verdict;
  const story = trace.length === 0 ? incidents.find((one) => one.client === client) : undefined;
  return { outcome, says: story?.says ?? `${CLIENT_WORDS[client]}: ${why}`, code: cause };
}

function worksStanding(target: TargetReport, verdict: Verdict | null): Standing | null {
  if (verdict?.outcome !== 'works') return null;
  if (target.trace.length > 0)
    return { outcome: 'works', says: 'No fault was seen from here', code: null };
  return connectedStanding(target) ?? { outcome: 'works', says: verdict.why, code: null };
}

/** What was seen comes first; what only may be so is not how a server stands. */
function adviceStanding(findings: readonly Finding[]): Standing | null {
  const seen = findings.filter(({ confidence }) => confidence !== 'possible');
  const first = seen.find(({ confidence }) => confidence === 'certain') ?? seen[0];
  return first === undefined ? null : { outcome: 'unknown', says: first.title, code: first.code };
}

function quietStanding(target: TargetReport): Standing {
  const says = target.trace.length > 0 ? 'Not seen whole' : 'Nothing wrong in its configuration';
  return connectedStanding(target) ?? { outcome: 'unknown', says, code: null };
}

/** The newest story, where it ended well. */
function connectedStanding({ incidents: [newest] }: TargetReport): Standing | null {
  if (newest?.ended !== 'connected') return null;
  const when = newest.last === null ? '' : `, ${shortTime(newest.last)}`;
  // `Claude Desktop, local servers`: here its own name is enough.
  const [client = ''] = CLIENT_WORDS[newest.client].split(',');
  return { outcome: 'works', says: `${client} connected${when}`, code: null };
}

/** `2026-11-23 14:03 UTC`, of a time as reports carry it. */
function shortTime(iso: string): string {
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
