import type { Comparison, Difference } from '../../main/contract/comparison.ts';

/** Every text of the screen of a comparison; the rules of renderer/texts.ts hold here too. */
export const COMPARE = {
  loading: 'Reading the configuration files, logs and stores of this machine.',
  again: 'Look again',
  places: 'Places',
  near: (words: string) => `Probably meant to be the same: ${words}.`,
  as: (name: string) => `as ${name}`,
  left: (number: number) => `${number} further places are not compared.`,
  differs: 'What differs',
  differsNone: 'Nothing differs that can be seen here.',
  tableWhat: 'What',
  tableWhere: 'Where',
  tableValue: 'Value',
  notKnown: 'not known',
  same: (number: number) => `The same where it is known (${number})`,
  about: (code: string) => `About ${code}`,
  copy: 'Copy command',
  more: 'Only what lies on this machine is compared here. Another configuration, or a report from another machine or from CI, is compared at the command line:',
  command: (name: string) => `unblank compare ${quoted(name)} --with FILE`,
} as const;

/** As a shell reads it as one word. */
function quoted(name: string): string {
  return /^[\w.:/@-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}

export const END_TEXTS: Record<Comparison['explanation']['end'], string> = {
  explained: 'This explains it',
  possible: 'This would explain it',
  unexplained: 'Nothing explains it',
  alike: 'No failure to explain',
  alone: 'Nothing to compare',
};

export const WEIGHT_TEXTS: Record<Difference['weight'], string> = {
  explains: 'explains it',
  'would-explain': 'may explain it',
  matters: '',
  other: '',
};
