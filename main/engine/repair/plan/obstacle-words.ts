import type { Obstacle } from '../../repair-ports.ts';

/** Why something cannot be applied now, in the form of a preview. */
export interface Blocked {
  readonly why: string;
  readonly whatToDo: string;
}

/** What stands in the way of a file, for people; `{file}` is its name in full (safety G9). */
const WORDS: Readonly<Record<Obstacle, Blocked>> = {
  'read-only': {
    why: '{file} is read-only.',
    whatToDo: 'Allow yourself to write it, then look again.',
  },
  'no-permission': {
    why: 'You may not write {file}.',
    whatToDo: 'Ask its owner, or take its ownership, then look again.',
  },
  immutable: {
    why: '{file} is locked against every change by the system.',
    whatToDo: 'Take that lock away (chattr -i, or “Locked” in Finder), then look again.',
  },
  'not-a-file': {
    why: '{file} is no file.',
    whatToDo: 'Move away what lies there, then look again.',
  },
  'too-large': {
    why: '{file} is larger than Unblank edits.',
    whatToDo: 'Make the change yourself, with the text shown here.',
  },
  'outside-home': {
    why: '{file} leads out of your home folder.',
    whatToDo: 'Make the change yourself: Unblank writes within your home folder only.',
  },
  'link-leads-nowhere': {
    why: '{file} is a link that leads nowhere.',
    whatToDo: 'Remove the link or bring back what it led to, then look again.',
  },
  'cloud-placeholder': {
    why: '{file} is not on this disk; a cloud service keeps it.',
    whatToDo: 'Open it once so that it is fetched, then look again.',
  },
  'network-drive': {
    why: '{file} lies on a network drive, where a write cannot be made safe.',
    whatToDo: 'Make the change yourself, or move the file to this machine.',
  },
  locked: {
    why: 'Another program holds {file}.',
    whatToDo: 'Quit that program, then look again.',
  },
  unreadable: {
    why: '{file} cannot be read.',
    whatToDo: 'Check that the disk and your permissions allow it, then look again.',
  },
  managed: {
    why: '{file} is managed by your organisation.',
    whatToDo: 'Send this finding to your administrator: only they can change it.',
  },
};

/**
 * Says why a file cannot be changed.
 * @param file in full, made visible
 * @param reason what the system said, or null
 */
export function obstacleWords(obstacle: Obstacle, file: string, reason: string | null): Blocked {
  const { why, whatToDo } = WORDS[obstacle];
  const said = reason === null ? '' : ` The system says: ${reason}`;
  return { why: `${why.replace('{file}', () => file)}${said}`, whatToDo };
}
