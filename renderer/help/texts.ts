import type { Category } from '../../main/contract/words.ts';

/** Texts of the help page of a failure mode; the rules of renderer/texts.ts hold here too. */

export const CATEGORY_TEXTS: Record<Category, string> = {
  account: 'account',
  quota: 'quota',
  model: 'model',
  runtime: 'runtime',
  deployment: 'deployment',
};

export const HELP = {
  step: 'Station',
  severity: 'Weight',
  category: 'Kind',
  clients: 'Clients it concerns',
  whatIsWrong: 'What is wrong',
  whatToDo: 'What to do',
  references: 'Sources, opened in your browser',
  opened: 'Opened in your browser.',
} as const;
