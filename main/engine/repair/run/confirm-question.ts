import type { FileChange } from '../../../contract/repair.ts';
import type { ConfirmQuestion } from '../repairs.ts';
import { filesLeft, type FileStep, type Prepared } from './prepared.ts';

const BECOMES: Readonly<Record<FileChange['what'], string>> = {
  changed: 'is changed',
  created: 'is created',
  removed: 'is removed',
};
const RISKS: Readonly<Record<Prepared['entry']['risk'], readonly string[]>> = {
  low: [],
  'sign-in-again': ['You will have to sign in again.'],
  'lost-for-good': ['What is removed cannot be brought back.'],
};
const NO = 'Change nothing';

/** What the user is asked before anything is written: every file in full, and what becomes of it. */
// SECURITY: G1, G14
export function confirmQuestion({ preview, files, entry }: Prepared): ConfirmQuestion {
  const left = filesLeft(files);
  const title = `${preview.offer.title.replace(/[.?!]$/, '')}?`;
  const risk = RISKS[preview.risk];
  if (left.length === 0)
    return {
      title:
        entry.work === 'fix' && entry.changes.length === 0
          ? 'Have you done what was shown?'
          : title,
      lines: ['Unblank changes no file; it looks again at what was wrong.', ...risk],
      yes: 'Look again',
      no: NO,
    };
  const lines = left.map(fileLine);
  const yes = left.length === 1 ? 'Change this file' : `Change these ${left.length} files`;
  return { title, lines: [...lines, ...risk], yes, no: NO };
}

function fileLine({ shown, kept, before }: FileStep): string {
  const led = shown.leadsTo === null ? '' : ` (a link to ${shown.leadsTo})`;
  const backup = !kept ? ', without a backup' : before.exists ? ', after a backup' : '';
  return `${shown.file}${led} ${BECOMES[shown.what]}${backup}.`;
}
