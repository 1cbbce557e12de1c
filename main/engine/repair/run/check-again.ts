import { AppError } from '../../../contract/errors.ts';
import type { RepairCheck } from '../../../contract/repair.ts';
import type { Finding, Report, TargetReport, Verdict } from '../../../contract/report.ts';
import {
  CLIENT_WORDS,
  OUTCOME_WORDS,
  STEPS,
  type ClientId,
  type Outcome,
} from '../../../contract/words.ts';
import { redactText } from '../../redact/text.ts';
import { errorWords } from '../../run/error-words.ts';
import type { Diagnosis } from '../../run/diagnose.ts';
import type { Look } from '../journal/journal-event.ts';
import type { RepairCall } from '../repairs.ts';
import { choiceOf, lookAt } from './find-offer.ts';
import { errorsOf, isSame, isTold, lastTold, sameTarget } from './look-of.ts';
import { quotedTitle } from './quoted-title.ts';
import type { RepairsOptions } from './repairs-options.ts';

/**
 * Looks at the thing that was broken: the smallest failing check first, on this machine alone where
 * that shows it, then the whole verdict of its server. Changes nothing.
 * @param since when the change was made: what logs tell from before says nothing of it
 * @returns never rejects for what is found; what could not be looked at is `not-seen`
 */
export async function checkAgain(
  look: Look,
  since: number,
  call: RepairCall,
  options: RepairsOptions,
): Promise<readonly RepairCheck[]> {
  if (look.traced) return [{ what: whatOf(look), result: 'not-seen', says: TRACE_AGAIN }];
  try {
    return await check(look, since, call, options);
  } catch (error) {
    const says = error instanceof AppError ? error.message : `It broke off: ${errorWords(error)}.`;
    return [{ what: whatOf(look), result: 'not-seen', says: redactText(says) }];
  }
}

/**
 * The same finding looked for on this machine alone, some time later: what else became worse since is
 * no matter of the change.
 * @returns null where this machine does not show it
 */
export function checkHere(look: Look, since: number, { report }: Diagnosis): RepairCheck | null {
  return look.local ? lookedFor(look, report, since) : null;
}

async function check(
  look: Look,
  since: number,
  call: RepairCall,
  options: RepairsOptions,
): Promise<readonly RepairCheck[]> {
  const isAddress = choiceOf(look.place).kind === 'urls';
  const wide = isAddress ? choiceOf(look.place) : ({ kind: 'everything' } as const);
  const here = await lookAt(wide, true, call, options);
  const target = sameTarget(look, here.report.targets);
  const local = look.local ? [smallest(look, here.report, since)] : [];
  if (look.offline || look.target === null || target === null)
    return local.length > 0 ? local : [notAsked(look, target)];
  const choice = isAddress ? wide : ({ kind: 'target', id: target.id } as const);
  const there = await lookAt(choice, false, call, options);
  const first = look.local ? local : [smallest(look, there.report, since)];
  return [...first, whole(look, there.report)];
}

const TRACE_AGAIN = 'Only a traced sign-in shows it. Trace the sign-in again.';

function whatOf(look: Look): string {
  return `${quotedTitle(look.title)} (${look.code})`;
}

function notAsked(look: Look, target: TargetReport | null): RepairCheck {
  const says =
    target === null && look.target !== null
      ? 'Its server is not configured any more.'
      : 'Only a run that asks the server shows it, and this one asked nobody.';
  return { what: whatOf(look), result: 'not-seen', says };
}

/** The same finding looked for again, and whether anything became worse. */
function smallest(look: Look, report: Report, since: number): RepairCheck {
  const target = sameTarget(look, report.targets);
  const worse = worseIn(look, target, findingsOf(look, report));
  if (worse === null) return lookedFor(look, report, since);
  return { what: whatOf(look), result: 'worse', says: redactText(worse) };
}

function lookedFor(look: Look, report: Report, since: number): RepairCheck {
  const what = whatOf(look);
  const found = findingsOf(look, report).find((one) => isSame(look, one));
  if (found !== undefined) return { what, ...still(look, found, since) };
  const unseen = unseenOf(look, report);
  if (unseen !== null) return { what, result: 'not-seen', says: redactText(unseen) };
  return { what, result: 'gone', says: 'It was looked for again and is gone.' };
}

function findingsOf(look: Look, { machine, targets }: Report): readonly Finding[] {
  return look.target === null ? machine.findings : (sameTarget(look, targets)?.findings ?? []);
}

function still(look: Look, found: Finding, since: number): Pick<RepairCheck, 'result' | 'says'> {
  if (!isOld(found, since))
    return { result: 'still-there', says: 'It was looked for again and is still there.' };
  // What showed it besides a log before shows it no more.
  if (!look.told)
    return { result: 'gone', says: 'It is gone; only logs from before the change speak of it.' };
  return {
    result: 'not-seen',
    says: 'The log says nothing newer than the change. Use the server once, then look again.',
  };
}

/** Is it told by logs alone, and by none that is newer than the change? */
function isOld(found: Finding, since: number): boolean {
  const told = isTold(found) ? lastTold(found) : null;
  return told !== null && told <= since;
}

function unseenOf(look: Look, { complete, notExamined }: Report): string | null {
  const unseen = notExamined.find(({ what }) => new RegExp(`\\b${look.code}\\b`).test(what));
  if (unseen !== undefined) return unseen.why;
  return complete ? null : 'The run came to no end, so that it was not looked for.';
}

const RANK: Readonly<Partial<Record<Outcome, number>>> = { blocked: 0, 'at-risk': 1, works: 2 };

/** A verdict that dropped, or an error that was not there and lies no further on the way. */
function worseIn(
  look: Look,
  target: TargetReport | null,
  findings: readonly Finding[],
): string | null {
  const dropped = target?.verdicts.find((one) => hasDropped(look.verdicts, one));
  if (dropped !== undefined)
    return `${CLIENT_WORDS[dropped.client]}: ${OUTCOME_WORDS[dropped.outcome]} now. ${dropped.why}`;
  const before = new Set([...look.errors, look.code]);
  const fresh = new Set(errorsOf(findings).filter((code) => !before.has(code)));
  const reached = STEPS.indexOf(look.step);
  const first = findings.find((one) => fresh.has(one.code) && STEPS.indexOf(one.step) <= reached);
  return first === undefined ? null : `This is new: ${first.title} (${first.code}).`;
}

function hasDropped(verdicts: Look['verdicts'], { client, outcome }: Verdict): boolean {
  const before = verdicts.find((one) => one.client === client)?.outcome;
  const [was, is] = [before && RANK[before], RANK[outcome]];
  return was !== undefined && is !== undefined && is < was;
}

/** Of the clients in whose files it stands: others may never have reached it. Else of all. */
function ownVerdicts({ names, verdicts, transport }: TargetReport): readonly Verdict[] {
  const users = new Set<ClientId>(names.map(({ client }) => client));
  if (transport === 'stdio') users.add('mcp-remote');
  const own = verdicts.filter(({ client }) => users.has(client));
  return own.length > 0 ? own : verdicts;
}

/** The verdicts in one line. */
function whole(look: Look, report: Report): RepairCheck {
  const target = sameTarget(look, report.targets);
  const what = 'What stops a client';
  if (target === null || target.verdicts.length === 0)
    return { what, result: 'not-seen', says: 'Nobody judged it this time.' };
  const verdicts = ownVerdicts(target);
  const says = verdicts
    .map(({ client, outcome }) => `${CLIENT_WORDS[client]}: ${OUTCOME_WORDS[outcome]}`)
    .join('; ');
  const outcomes = verdicts.map(({ outcome }) => outcome);
  const isStopped = outcomes.includes('blocked');
  const isSeen = outcomes.some((outcome) => outcome !== 'unknown');
  const isWorse = target.verdicts.some((one) => hasDropped(look.whole, one));
  const result = isWorse ? 'worse' : isStopped ? 'still-there' : isSeen ? 'gone' : 'not-seen';
  const next = target.findings.find(({ code }) => code === target.rootCause);
  const cause = isStopped && next !== undefined ? `. Next: ${next.title} (${next.code})` : '';
  return { what, result, says: redactText(`${says}${cause}.`) };
}
