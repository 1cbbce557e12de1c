import { AppError } from '../../../contract/errors.ts';
import type { Preview } from '../../../contract/repair.ts';
import { visible } from '../../../engine/redact/visible.ts';
import type { RepairTerminal } from './repair-host.ts';

export type Answers = Readonly<Record<string, string>>;

/**
 * What `--set name=value` and `--for` answer.
 * @throws AppError `bad-option` for one that cannot be read
 */
export function readAnswers(set: readonly string[], platform: string | undefined): Answers {
  const rows = set.map((one) => {
    const at = one.indexOf('=');
    if (at < 1)
      throw new AppError('bad-option', { reason: `--set takes NAME=VALUE, not “${one}”.` });
    return [one.slice(0, at), one.slice(at + 1)] as const;
  });
  return Object.fromEntries([
    ...rows,
    ...(platform === undefined ? [] : [['for', platform] as const]),
  ]);
}

/**
 * Asks on the terminal what a fix still has to know; where nobody can be asked, what is missing stays
 * missing, and the preview says so.
 * @returns all answers; the same object where nothing was asked
 */
export async function askMissing(
  { asks }: Preview,
  answers: Answers,
  { ask, say }: RepairTerminal,
): Promise<Answers> {
  let all = answers;
  for (const one of asks.filter(({ id }) => answers[id] === undefined)) {
    if (ask === null) return all;
    say(`\n${visible(one.label)}\n${visible(one.help)}\n${optionsText(one.options)}`);
    const typed = (await ask('> ')).trim();
    if (typed === '') return all;
    all = { ...all, [one.id]: chosen(typed, one.options) };
  }
  return all;
}

/** @throws AppError `bad-option` for an answer that is no answer to any question of the fix */
export function checkAnswers({ asks }: Preview, answers: Answers): void {
  const known = new Set(asks.map(({ id }) => id));
  const [strange] = Object.keys(answers).filter((one) => !known.has(one));
  if (strange === undefined) return;
  const names = [...known].join(', ');
  const reason = known.size === 0 ? 'This fix asks nothing' : `This fix asks for ${names}`;
  throw new AppError('bad-option', { reason: `${reason}, not for ${strange.slice(0, 40)}.` });
}

type Options = Preview['asks'][number]['options'];

function optionsText(options: Options): string {
  return options.map(({ label }, at) => `  ${at + 1}  ${visible(label)}\n`).join('');
}

/** A number stands for its option, where there are options. */
function chosen(typed: string, options: Options): string {
  return options[Number(typed) - 1]?.id ?? typed;
}
