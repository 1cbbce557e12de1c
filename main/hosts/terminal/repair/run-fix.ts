import type { Preview } from '../../../contract/repair.ts';
import { EXIT } from '../exit-codes.ts';
import { askMissing, checkAnswers, readAnswers, type Answers } from './answers.ts';
import { carryOut } from './carry-out.ts';
import { chosenOffer, offersOf, type PlacedOffer } from './offers.ts';
import { offersText } from './offers-text.ts';
import { asDocument, type ChangeOptions, type RepairHost } from './repair-host.ts';

/** The options of `unblank fix` as the parser hands them over. */
export interface FixOptions extends ChangeOptions {
  readonly set: readonly string[];
  readonly for?: string;
  readonly target?: string;
  readonly offline?: boolean;
}

/**
 * `unblank fix`: lists what is offered, or previews one fix and carries it out.
 * @param wanted id of a fix, or a code that offers one; undefined lists
 * @returns the exit code
 * @throws AppError `bad-option` for what names no fix, and what the parts throw
 */
export async function runFix(
  wanted: string | undefined,
  options: FixOptions,
  host: RepairHost,
): Promise<number> {
  const answers = readAnswers(options.set, options.for);
  const report = await host.look(options.target === undefined ? [] : [options.target]);
  const offers = offersOf(report);
  if (wanted === undefined) return list(offers, options, host);
  const offer = chosenOffer(wanted, offers);
  const preview = await settle(offer, answers, options, host);
  const { repairs } = host;
  const apply: typeof repairs.apply = (...args) => repairs.apply(...args);
  return carryOut({ schema: 'unblank.fix/1', preview, apply }, options, host);
}

function list(offers: readonly PlacedOffer[], { json }: FixOptions, host: RepairHost): number {
  host.out(
    json ? asDocument('unblank.fixes/1', { fixes: offers }) : offersText(offers, host.style),
  );
  return EXIT.ok;
}

/** A preview with everything answered and quit that a person at the terminal wants to. */
async function settle(
  { id, target }: PlacedOffer,
  given: Answers,
  options: FixOptions,
  host: RepairHost,
): Promise<Preview> {
  const place = { target, offline: options.offline ?? false };
  const look = (answers: Answers) => host.repairs.preview(id, place, answers, host.call);
  const first = await look(given);
  checkAnswers(first, given);
  const answers = await askMissing(first, given, host);
  const preview = answers === given ? first : await look(answers);
  return options.dryRun || options.yes ? preview : afterQuit(preview, () => look(answers), host);
}

/** Asking more often would be nagging. */
const QUIT_ROUNDS = 3;

/** A client that runs is asked to be quit, and looked for again. */
// SECURITY: G10
async function afterQuit(
  preview: Preview,
  look: () => Promise<Preview>,
  { ask, say, call }: RepairHost,
): Promise<Preview> {
  let now = preview;
  if (ask === null) return now;
  for (let round = 0; round < QUIT_ROUNDS; round += 1) {
    const running = now.steps.find((one) => one.kind === 'wait-for-quit' && one.running === true);
    if (running?.kind !== 'wait-for-quit') return now;
    say(`${running.text}\n`);
    const answer = await ask('Press Enter when it is quit, or type n to stop: ');
    if (/^n/i.test(answer.trim()) || call.signal.aborted) return now;
    now = await look();
  }
  return now;
}
