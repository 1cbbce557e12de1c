import type { RepairPlan } from '../../main/contract/repair-calls.ts';
import type {
  Backup,
  FileChange,
  JournalEntry,
  Preview,
  RepairCheck,
} from '../../main/contract/repair.ts';
import { CLIENT_WORDS, type ClientId } from '../../main/contract/words.ts';
import { count } from '../texts.ts';

/** Every text of the screens of repairs; the rules of renderer/texts.ts hold here too. */

export const WHAT_TEXTS: Record<FileChange['what'], string> = {
  changed: 'changed',
  created: 'new file',
  removed: 'removed',
};

/** The program of a client, without the kind of its servers. */
export const programOf = (client: ClientId): string => CLIENT_WORDS[client].replace(/,.*$/, '');

export const RISK_TEXTS: Record<Preview['risk'], string | null> = {
  low: null,
  'sign-in-again': 'You will have to sign in to this server again.',
  'lost-for-good': 'What this removes cannot be made again by Unblank. It is backed up first.',
};

export const CHECK_TEXTS: Record<RepairCheck['result'], string> = {
  gone: 'gone',
  'still-there': 'still there',
  worse: 'worse',
  'not-seen': 'not seen from here',
};

export const STATE_TEXTS: Record<JournalEntry['state'], string> = {
  unfinished: 'interrupted',
  applied: 'in place',
  undone: 'undone',
  'changed-since': 'changed since',
  wiped: 'overwritten',
  failed: 'failed, nothing changed',
};

export const APPLY_TEXTS: Record<RepairPlan['kind'], string> = {
  fix: 'Apply',
  undo: 'Undo',
  finish: 'Finish',
  restore: 'Restore',
};

export const FIX = {
  planning: 'Looking again and planning; nothing is changed.',
  stop: 'Stop',
  stopping: 'Stopping',
  choices: 'Ways to fix it',
  asks: 'What Unblank must know',
  answer: 'Show what will change',
  empty: 'This answer is missing.',
  fileAsk:
    'A file is named at the command line only: no path goes through this window. Run there, with your file in the place of FILE:',
  fileCommand: (fix: string, ask: string) => `unblank fix ${fix} --set ${ask}=FILE`,
  copy: 'Copy',
  blocked: 'Not yet',
  changes: 'What will change',
  leadsTo: (file: string) => `It is a link; ${file} is written.`,
  masked: 'Secrets are hidden here and stay in the file.',
  maskedChange: 'differs under the mask',
  same: 'Nothing in this file differs.',
  lines: (removed: number, added: number) =>
    `${count(removed, 'line', 'lines')} removed, ${count(added, 'line', 'lines')} added`,
  removed: 'removed',
  added: 'added',
  diffOf: (file: string) => `Changes of ${file}`,
  unchangedLines: 'lines without a change',
  quit: (client: string) => `Quit ${client} first`,
  running: 'still running',
  closed: 'closed',
  unseen: 'cannot be seen from here',
  notice: 'Unblank notices when it is closed.',
  openPage: 'Open the page',
  byYou: 'What you do',
  leaves: 'What stays as it is',
  checks: 'What is looked at afterwards',
  restart: (clients: string) => `Start ${clients} again afterwards; only then it takes note.`,
  asksOnce: 'Unblank asks once more outside of this window, and backs up every file first.',
  again: 'Plan again',
  checkAgain: 'Check again',
  nothing: 'This is done by you; Unblank changes nothing here.',
  applying: 'Asking you outside of this window.',
  failed: 'It was not done.',
  failedHint: 'The journal tells how far it came; look there before you try again.',
} as const;

export const AFTER = {
  done: 'Done.',
  undone: 'Undone. The files are as they were before.',
  restored: 'Restored.',
  helped: 'Done, and what was broken is gone.',
  unsure: 'Done. Whether it helped was not seen from here.',
  notHelped: 'Done, but it did not help.',
  worse: 'Done, and it is worse than before.',
  notDone: 'Nothing was changed.',
  refused: 'Nothing was changed.',
  checks: 'Checked again',
  verdict: 'How the clients stand now',
  verdictBusy: 'Checking the server once more.',
  changed: 'What was changed',
  undo: 'Undo',
  next: (title: string) => `Next: ${title}`,
  toReport: 'Open the diagnosis',
  journal: 'Open the journal',
} as const;

export const JOURNAL = {
  title: 'Changes and backups',
  lede: 'Every change that Unblank made on this machine, newest first, each held against the files as they are now.',
  loading: 'Reading the journal.',
  none: 'Nothing was changed yet.',
  noneText: 'Unblank changes nothing without a preview, and writes down here what it did.',
  backups: 'Backups',
  bundle: 'Bundle for support',
  recheck: 'Look again',
  rechecking: 'Looking at the files again.',
  copyAll: 'Copy all as Markdown',
  copyOne: 'Copy as Markdown',
  finish: 'Finish',
  restore: 'Do it again',
  undo: 'Undo',
  changes: 'What was changed',
  evidence: 'What was seen before',
  checks: 'What was seen afterwards',
  undoneBy: 'It was undone later.',
  waiting: 'To end first',
  more: 'Earlier changes',
  notEnded: (number: number) =>
    number === 1 ? 'A change needs you' : `${number} changes need you`,
  open: 'Open the journal',
  kinds: { fix: 'fix', restore: 'restore', undo: 'undo' } satisfies Record<
    JournalEntry['kind'],
    string
  >,
} as const;

export const BACKUPS = {
  title: 'Backups',
  lede: 'Copies of the files that Unblank can change, with their hash, mode and time. They hold your secrets as the files do, lie in a folder that only you can read, and go into no bundle.',
  now: 'Back up now',
  busy: 'Reading the files and backing them up.',
  made: (files: number) => `Backed up and read again: ${count(files, 'file', 'files')}.`,
  loading: 'Reading the backups and checking each for damage.',
  none: 'There is no backup yet.',
  noneText: 'Before each change Unblank makes one by itself.',
  whys: {
    asked: 'asked for',
    'before-fix': 'before a fix',
    'before-restore': 'before a restore',
    'before-undo': 'before an undo',
  } satisfies Record<Backup['why'], string>,
  files: (number: number) => count(number, 'file', 'files'),
  differ: (number: number) =>
    number === 0 ? 'all as now' : `${number} ${number === 1 ? 'differs' : 'differ'} now`,
  nowTexts: {
    same: 'as now',
    differs: 'differs now',
    gone: 'gone now',
    unreadable: 'cannot be read now',
  } satisfies Record<Backup['files'][number]['now'], string>,
  damaged: 'Damaged',
  restoreAll: 'Restore all',
  restoreOne: 'Restore',
  restoreOf: (file: string) => `Restore ${file}`,
  restoreTitle: (at: string) => `Restore the backup of ${at}`,
  restoreFile: (file: string) => `Restore ${file}`,
  size: (bytes: number) => sizeText(bytes),
  mode: (mode: string) => `mode ${mode}`,
} as const;

export const BUNDLE = {
  title: 'Bundle for support',
  lede: 'A zip for an issue or for support: what was found here, with secrets, names and addresses hidden. Nothing is uploaded; you read every byte of it, then save it and hand it on yourself.',
  collecting: 'Collecting and hiding secrets; nothing is saved yet.',
  collect: 'Collect again',
  entries: 'What is in it',
  hidden: (number: number) => `${count(number, 'value', 'values')} hidden`,
  hiddenNone: 'nothing to hide in it',
  left: 'What was left out',
  open: 'Read',
  readOf: (name: string) => `Read ${name}`,
  reading: (name: string) => `As it will be saved: ${name}`,
  piece: 'Reading.',
  more: 'Read on',
  end: 'End of this file.',
  close: 'Close',
  save: 'Save the zip',
  saving: 'Saving, opening it again and looking for secrets.',
  asksWhere: 'A dialog asks where it is saved.',
  savesTo: (where: string) => `It is saved as ${where}`,
  saved: (where: string, size: number) => `Saved as ${where}, ${sizeText(size)}.`,
  notSaved: 'Nothing was saved.',
  total: (entries: number, size: number) =>
    `${count(entries, 'entry', 'entries')}, ${sizeText(size)} before packing`,
  size: (bytes: number) => sizeText(bytes),
} as const;

/** With its unit, at most one decimal. */
function sizeText(bytes: number): string {
  if (bytes < 1024) return count(bytes, 'byte', 'bytes');
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${size.toFixed(size < 10 ? 1 : 0)} ${unit}`;
}
