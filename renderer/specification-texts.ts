import { count } from './texts.ts';

/** The texts of the list of requirements. */
export const SPECIFICATION = {
  title: 'The specification',
  summary: (met: number, broken: number, unseen: number) =>
    `${count(met, 'requirement', 'requirements')} met, ${broken} broken, ${unseen} not seen from here`,
  none: 'No requirement could be looked at.',
  brokenTitle: (broken: number) => `Broken (${broken})`,
  unseenTitle: (unseen: number) => `Not seen from here (${unseen})`,
  metTitle: (met: number) => `Met (${met})`,
  revisions: (list: readonly string[]) =>
    list.length === 0 ? 'no revision, but clients break on it' : list.join(', '),
} as const;
