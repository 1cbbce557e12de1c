import { AppError } from '../../../contract/errors.ts';
import type { Finding, TargetReport } from '../../../contract/report.ts';
import type { Diagnosis } from '../../run/diagnose.ts';
import type { TargetChoice } from '../../run/plan.ts';
import type { RepairCall, RepairPlace } from '../repairs.ts';
import { editsOf } from '../plan/edits-of.ts';
import { goodAnswers } from '../plan/answers.ts';
import { offersFor, type PlannedOffer } from '../plan/offers-for.ts';
import type { RepairsOptions } from './repairs-options.ts';

type Answers = Readonly<Record<string, string>>;

/** An offer, looked for and found again. */
export interface FoundOffer extends PlannedOffer {
  readonly finding: Finding;
  /** Null where the finding is about the whole machine. */
  readonly target: TargetReport | null;
  readonly diagnosis: Diagnosis;
}

/** The same, as the least that shows it shows it, and as it was planned. */
export interface FoundTwice {
  /** With everything that is known: what is planned comes from here. */
  readonly planned: FoundOffer;
  /** By the smallest look: what is compared after the fix. */
  readonly seen: FoundOffer;
  /** This machine alone shows it: `seen` asked nobody. */
  readonly local: boolean;
  /** Only the report of a traced sign-in shows it. */
  readonly traced: boolean;
}

/**
 * Looks again at a place and finds an offer there. This machine is read first; the server is asked
 * where there is one to be asked, because what is right for an entry can depend on what it speaks.
 * @throws AppError `unknown-fix` where it is not offered any more, and what a diagnosis throws
 */
export async function findOffer(
  fix: string,
  place: RepairPlace,
  answers: Answers,
  call: RepairCall,
  options: RepairsOptions,
): Promise<FoundTwice> {
  const { fixes = [] } = await options.loadRules();
  const within = (diagnosis: Diagnosis): FoundOffer | null => {
    const found = offerIn(fix, diagnosis, answers, fixes);
    return found === null ? null : { ...found, diagnosis };
  };
  const local = await lookAt(choiceOf(place.target), true, call, options);
  const here = within(local);
  const asks = !place.offline && !call.signal.aborted && needsServer(here);
  const there = asks ? within(await lookAt(narrower(place, here), false, call, options)) : null;
  const planned = there ?? here;
  if (planned !== null)
    return { planned, seen: here ?? planned, local: here !== null, traced: false };
  const shown = place.shown && within({ report: place.shown, machine: local.machine });
  if (shown == null || editsOf(shown.plan.operations).length > 0) throw new AppError('unknown-fix');
  return { planned: shown, seen: shown, local: false, traced: true };
}

/** What is wrong with the machine as a whole, or with a local server, no server can tell. */
function needsServer(here: FoundOffer | null): boolean {
  return here === null || (here.target !== null && here.target.url !== null);
}

/** Once it is known which server it is about, only that one is asked. */
function narrower({ target }: RepairPlace, here: FoundOffer | null): TargetChoice {
  const choice = choiceOf(target);
  const id = here?.target?.id;
  return choice.kind === 'everything' && id !== undefined ? { kind: 'target', id } : choice;
}

/** One run over a place. */
export async function lookAt(
  choice: TargetChoice,
  offline: boolean,
  { signal, onProgress }: RepairCall,
  options: RepairsOptions,
): Promise<Diagnosis> {
  const { ports, tool, network } = options;
  const { connectTo, ca } = network ?? { connectTo: [], ca: null };
  const request = { choice, clients: null, offline, connectTo, ca, register: false };
  const rules = await options.loadRules();
  return options.diagnose(request, { ...rules, ports, tool, signal, onProgress });
}

/** The servers of a place, as a run names them. */
export function choiceOf(target: RepairPlace['target']): TargetChoice {
  if (target === null) return { kind: 'everything' };
  return /^https?:/i.test(target)
    ? { kind: 'urls', urls: [target] }
    : { kind: 'target', id: target };
}

type Fixes = Parameters<typeof offersFor>[3];

function offerIn(
  fix: string,
  { report, machine }: Diagnosis,
  answers: Answers,
  fixes: Fixes,
): (PlannedOffer & Pick<FoundOffer, 'finding' | 'target'>) | null {
  const all = [
    ...report.targets.flatMap((target) => target.findings.map((finding) => ({ finding, target }))),
    ...report.machine.findings.map((finding) => ({ finding, target: null })),
  ];
  for (const { finding, target } of all) {
    const planned = (given: Answers): PlannedOffer | undefined =>
      offersFor(finding, target, machine, fixes, given).offers.find(
        ({ offer }) => offer.id === fix,
      );
    const asked = planned({});
    if (asked === undefined) continue;
    const good = goodAnswers(asked.plan.asks, answers);
    return { ...(planned(good) ?? asked), finding, target };
  }
  return null;
}
