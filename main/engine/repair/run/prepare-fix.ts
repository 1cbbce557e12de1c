import type { Preview, RepairStep } from '../../../contract/repair.ts';
import type { PersonOperation } from '../../model/operation.ts';
import { redactStrings } from '../../redact/report.ts';
import { redactText } from '../../redact/text.ts';
import type { Look } from '../journal/journal-event.ts';
import { evidenceLines } from '../journal/evidence-lines.ts';
import { missingAnswers } from '../plan/answers.ts';
import { editsOf } from '../plan/edits-of.ts';
import type { Blocked } from '../plan/obstacle-words.ts';
import type { RepairCall, RepairPlace } from '../repairs.ts';
import { PAGES } from '../pages.ts';
import { checkLines } from './check-lines.ts';
import { findOffer, type FoundOffer } from './find-offer.ts';
import { lookOf } from './look-of.ts';
import { managedFiles } from './managed-files.ts';
import { prepareFiles, type PreparedFiles } from './prepare-files.ts';
import type { Prepared } from './prepared.ts';
import type { RepairsOptions } from './repairs-options.ts';
import { quitSteps, stillRunning } from './running-now.ts';

export interface FixCall {
  readonly fix: string;
  readonly place: RepairPlace;
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * Looks again, plans one fix and works out every byte of it. Changes nothing.
 * @throws AppError `unknown-fix`, and what a diagnosis throws
 */
export async function prepareFix(
  { fix, place, answers }: FixCall,
  call: RepairCall,
  options: RepairsOptions,
): Promise<Prepared> {
  const twice = await findOffer(fix, place, answers, call, options);
  const found = twice.planned;
  const look = lookOf(twice, place);
  const edits = editsOf(found.plan.operations);
  const managed = managedFiles(found.diagnosis.machine);
  const made: PreparedFiles =
    edits.length === 0
      ? { files: [], blocked: [] }
      : await prepareFiles(edits, managed, options.repair);
  const { plan, finding, target } = found;
  const quits = quitsOf(found);
  return {
    preview: previewOf(found, look, made, answers, options),
    files: made.files,
    quits,
    backupWhy: 'before-fix',
    entry: {
      work: 'fix',
      code: finding.code,
      title: redactText(plan.title),
      server: redactText(target?.names[0]?.name ?? target?.url ?? '') || null,
      risk: plan.risk,
      evidence: [...evidenceLines(finding)],
      changes: made.files.map(({ shown }) => shown),
      files: made.files.map(({ path, before, hashAfter, kept }) => ({
        ...{ path, kept, before: before.hash, after: hashAfter, mode: before.mode },
      })),
      from: null,
      undoes: null,
      undoable: found.offer.undoable && edits.length > 0,
      quits: [...quits],
      restarts: [...plan.restarts],
      look,
      edits: keptEdits(edits),
    },
    of: null,
    finishes: false,
  };
}

function quitsOf({ plan }: FoundOffer): Prepared['quits'] {
  const waits = plan.operations.filter((one) => one.kind === 'wait-for-quit');
  return [...new Set([...plan.quits, ...waits.map(({ client }) => client)])];
}

/** Operations name places and no values found there; what could be a secret all the same is not kept. */
function keptEdits(edits: ReturnType<typeof editsOf>): Prepared['entry']['edits'] {
  const text = JSON.stringify(edits);
  return redactText(text) === text ? edits.map((one) => ({ ...one })) : null;
}

function previewOf(
  found: FoundOffer,
  look: Look,
  { files, blocked }: PreparedFiles,
  answers: FixCall['answers'],
  { ports }: RepairsOptions,
): Preview {
  const { plan, finding, diagnosis, offer } = found;
  const { running } = diagnosis.machine.facts;
  const quits = quitsOf(found);
  const told = plan.operations
    .filter((one): one is PersonOperation => !('file' in one || 'from' in one))
    .flatMap(personStep);
  const changes = files.map(({ shown }): RepairStep => ({ kind: 'change', change: shown }));
  const inTheWay = [
    ...(plan.closed === null ? [] : [closed(plan.closed)]),
    ...missingAnswers(plan.asks, answers),
    ...blocked,
    ...stillRunning(quits, running, ports.place),
  ];
  return {
    offer: { ...offer, title: redactText(offer.title) },
    ticket: '',
    why: redactText(finding.title),
    risk: plan.risk,
    asks: plan.asks.map((ask) => ({ ...ask, options: [...ask.options] })),
    steps: [...quitSteps(quits, running, ports.place), ...changes, ...shownText(told)],
    leavesAlone: [...shownText(plan.leavesAlone)],
    checks: [...checkLines(look, files.length)],
    restarts: [...plan.restarts],
    blocked: inTheWay.map((one) => shownText({ ...one })),
  };
}

function shownText<T>(value: T): T {
  return redactStrings(value, redactText);
}

function closed(why: string): Blocked {
  return { why, whatToDo: 'Settle that first, then check again.' };
}

/** What a person does; quitting is said at the beginning. */
function personStep(one: PersonOperation): readonly RepairStep[] {
  if (one.kind === 'wait-for-quit') return [];
  if (one.kind === 'tell') return [{ ...one }];
  return [{ ...one, text: PAGES[one.page].title }];
}
