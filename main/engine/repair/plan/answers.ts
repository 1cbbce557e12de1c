import type { Ask } from '../../model/fix.ts';
import { visible } from '../../redact/visible.ts';
import type { Blocked } from './obstacle-words.ts';

type Rule = (value: string, ask: Ask) => boolean;

/** What can be an answer; typed text is short and of plain characters (safety B7). */
const RULES: Readonly<Record<Ask['kind'], Rule>> = {
  choice: (value, { options }) => options.some(({ id }) => id === value),
  'client-id': (value) => /^[\x21-\x7e]{1,512}$/.test(value),
  name: (value) => /^[\w.@ -]{1,128}$/.test(value) && value.trim() === value,
  number: (value) => /^\d{1,9}$/.test(value),
  file: (value) => value !== '' && value.length <= 4096 && visible(value) === value,
};

/** Is there an answer to this, and can it be one? */
function isAnswered(ask: Ask, answers: Readonly<Record<string, string>>): boolean {
  const value = Object.hasOwn(answers, ask.id) ? answers[ask.id] : undefined;
  return value !== undefined && RULES[ask.kind](value, ask);
}

/** The answers that may reach a fix; others are as if they were not given. */
export function goodAnswers(
  asks: readonly Ask[],
  answers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const good = asks.filter((ask) => isAnswered(ask, answers));
  return Object.fromEntries(good.map(({ id }) => [id, answers[id]!]));
}

/** What still has to be answered, a line each. */
export function missingAnswers(
  asks: readonly Ask[],
  answers: Readonly<Record<string, string>>,
): readonly Blocked[] {
  return asks
    .filter((ask) => !isAnswered(ask, answers))
    .map((ask) => ({
      why: Object.hasOwn(answers, ask.id)
        ? `“${ask.label}” cannot be that.`
        : `“${ask.label}” is not answered yet.`,
      whatToDo: ask.help,
    }));
}
