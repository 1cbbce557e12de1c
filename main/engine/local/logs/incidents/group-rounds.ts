import { least, most } from './ends-of.ts';
import { median } from './median.ts';
import type { Incident } from '../../../model/log-evidence.ts';

/** An attempt, or a loop that was found before, as part of a larger whole. */
export interface Round extends Incident {
  /** Attempts in it in which the user was sent to sign in. */
  readonly signIns: number;
  /** Beginning of the newest attempt in it. */
  readonly begins: number | null;
}

/** So often the same ending is no coincidence any more. */
const LOOP_ROUNDS = 3;
/** A sign-in that is asked for again after it was made is one from the second time on. */
const LOOP_SIGN_INS = 2;
/** So many distances are kept for the usual one. */
const GAP_LIMIT = 101;

/** The same ending again and again, while it is gathered. */
interface Run {
  readonly key: string;
  readonly gaps: readonly number[];
  readonly whole: Round;
  /** The rounds themselves, as long as they are too few for a loop. */
  readonly rounds: readonly Round[];
}

/**
 * Gathers rounds of one server, oldest first, into incidents: one per attempt, one for the same
 * ending again and again. Only a connection ends a run of failures, another failure begins its own;
 * attempts of which the log says no end are gathered apart, since they prove nothing.
 */
export class Grouping {
  readonly #runs = new Map<'told' | 'untold', Run>();
  readonly #done: Incident[] = [];
  readonly #limit: number;

  /** @param limit so many incidents are kept, the newest */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(round: Round): void {
    if (round.ended === 'connected') {
      this.#close('told');
      this.#close('untold');
      this.#push([round]);
      return;
    }
    const lane = round.ended === 'open' || round.ended === 'closed' ? 'untold' : 'told';
    const run = this.#runs.get(lane);
    if (run !== undefined && addsNothing(round, run.whole)) {
      this.#push([round]);
      return;
    }
    if (run?.key === keyOf(round)) {
      this.#runs.set(lane, extended(run, round));
      return;
    }
    this.#close(lane);
    this.#runs.set(lane, { key: keyOf(round), gaps: gapsIn(round), whole: round, rounds: [round] });
  }

  /** Everything so far, the newest last. */
  result(): readonly Incident[] {
    const open = [...this.#runs.values()].flatMap(incidentsOf);
    const done = this.#done.slice(-this.#limit);
    return [...done, ...open.map(plain)].toSorted(byLast).slice(-this.#limit);
  }

  #close(lane: 'told' | 'untold'): void {
    const run = this.#runs.get(lane);
    this.#runs.delete(lane);
    if (run !== undefined) this.#push(incidentsOf(run));
  }

  #push(rounds: readonly Round[]): void {
    this.#done.push(...rounds.map(plain));
    // Not at every one: a log can hold thousands.
    if (this.#done.length > 2 * this.#limit) this.#done.splice(0, this.#done.length - this.#limit);
  }
}

/** A client that merely asks for a sign-in does not say that what was wrong before is over. */
function addsNothing({ ended, code, signIns }: Round, run: Round): boolean {
  return ended === 'needs-sign-in' && code === null && signIns === 0 && run.code !== null;
}

function keyOf({ ended, code, step }: Round): string {
  return `${ended} ${code ?? step}`;
}

function extended(run: Run, round: Round): Run {
  const { whole } = run;
  const gaps = [...run.gaps, ...gapBetween(whole, round), ...gapsIn(round)].slice(-GAP_LIMIT);
  const rounds = whole.rounds + round.rounds;
  return {
    key: run.key,
    gaps,
    rounds: rounds > LOOP_ROUNDS ? [] : [...run.rounds, round],
    whole: {
      ...newer(whole, round),
      kind: 'loop',
      rounds,
      signIns: whole.signIns + round.signIns,
      first: least(whole.first, round.first),
      last: most(whole.last, round.last),
    },
  };
}

/** The newest round is told; in a log that is in order that is the one that came last. */
function newer(one: Round, two: Round): Round {
  return (one.begins ?? -Infinity) > (two.begins ?? -Infinity) ? one : two;
}

function gapBetween(one: Round, two: Round): readonly number[] {
  const from = two.events[0]?.time ?? two.first;
  const begins = two.rounds === 1 ? (two.begins ?? from) : two.first;
  return one.begins === null || begins === null ? [] : [Math.abs(begins - one.begins)];
}

/** What a loop that was found before says of its distances. */
function gapsIn({ rounds, periodSeconds }: Round): readonly number[] {
  if (periodSeconds === null) return [];
  return Array.from({ length: Math.min(rounds - 1, GAP_LIMIT) }, () => periodSeconds * 1000);
}

function periodOf(gaps: readonly number[]): number | null {
  const usual = median(gaps);
  return usual === null ? null : Math.round(usual / 100) / 10;
}

function incidentsOf({ whole, rounds, gaps }: Run): readonly Round[] {
  const asksAgain = whole.ended === 'needs-sign-in' && whole.signIns >= LOOP_SIGN_INS;
  if (whole.rounds < LOOP_ROUNDS && !asksAgain) return rounds;
  return [whole.kind === 'loop' ? { ...whole, periodSeconds: periodOf(gaps) } : whole];
}

function plain({ signIns: _signIns, begins: _begins, ...incident }: Round): Incident {
  return incident;
}

function byLast(one: Incident, two: Incident): number {
  return (one.last ?? -Infinity) - (two.last ?? -Infinity) || 0;
}
