import type { Backup } from '../../../contract/repair.ts';
import { visible } from '../../../engine/redact/visible.ts';
import { paragraph } from '../report/paragraph.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';

/** Backups for people, newest first: what is in them, how it lies on the disk now, what is damaged. */
export function backupsText(
  backups: readonly Backup[],
  style: TerminalStyle,
  how: 'made' | 'listed',
): string {
  if (backups.length === 0) return 'There is no backup yet. Make one: unblank backup\n';
  const texts = backups.map((one) => backupText(one, style, how));
  const [first] = backups;
  const hint = `Look at what restoring would change: unblank restore ${first?.id ?? ''} --dry-run`;
  return `${[...texts, style.dim(paragraph(hint, style.width))].join('\n\n')}\n`;
}

const WHYS: Readonly<Record<Backup['why'], string>> = {
  asked: 'asked for',
  'before-fix': 'made before a fix',
  'before-restore': 'made before a restore',
  'before-undo': 'made before an undo',
};
const NOW: Readonly<Record<Backup['files'][number]['now'], string>> = {
  same: 'the same on the disk now',
  differs: 'another on the disk now',
  gone: 'gone from the disk now',
  unreadable: 'cannot be read on the disk now',
};

function backupText(backup: Backup, style: TerminalStyle, how: 'made' | 'listed'): string {
  const { id, at, why, version, files, damaged } = backup;
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  const head = how === 'made' ? `Backed up: ${count}` : `${at}  ${count}, ${WHYS[why]}`;
  return [
    style.bold(head),
    style.dim(`  ${id}  by unblank ${version}`),
    ...files.map((one, at1) => fileText(one, at1 + 1, style, how)),
    ...damaged.map((one) =>
      paragraph(style.red(`${style.marks.blocked} Damaged: ${visible(one)}`), style.width, 2),
    ),
  ].join('\n');
}

function fileText(
  { file, size, now }: Backup['files'][number],
  number: number,
  style: TerminalStyle,
  how: 'made' | 'listed',
): string {
  const state = how === 'made' ? '' : `; ${NOW[now]}`;
  const facts = style.dim(`${size} bytes${state}`);
  return `  ${number}  ${visible(file)}\n     ${facts}`;
}
