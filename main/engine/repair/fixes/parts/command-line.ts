import type { System } from '../../../../contract/words.ts';
import type { PersonOperation } from '../../../model/operation.ts';
import { shellWord } from '../../../modes/words/shell-word.ts';
import { visible } from '../../../redact/visible.ts';
import { tell } from './plan-of.ts';

/** What cmd and PowerShell read as one word in double quotation marks. */
const SAFE_ON_WINDOWS = /^[\w .@()/:=,-]+$/;
const PLAIN = /^[\w.@/-]+$/;

/**
 * A name from a file as one word of a command to copy.
 * @returns null where it cannot be one: it holds what a shell of this system would read itself, or what
 *   does not show, or it would pass for a flag
 */
// SECURITY: C3, H13 — a project’s file can name its server after a command.
export function commandWord(name: string, os: System): string | null {
  if (name === '' || name.startsWith('-') || visible(name) !== name) return null;
  if (os !== 'win32') return shellWord(name);
  if (PLAIN.test(name)) return name;
  return SAFE_ON_WINDOWS.test(name) ? `"${name}"` : null;
}

/**
 * A step with a command about one server.
 * @param before the command up to the name, `after` what stands behind it
 */
export function tellCommand(
  text: string,
  os: System,
  before: string,
  name: string,
  after = '',
): PersonOperation {
  const word = commandWord(name, os);
  if (word !== null) return tell(text, [before, word, after].filter(Boolean).join(' '));
  return tell(
    `${text} The name of the server holds characters that a shell reads itself: type it behind the command with care.`,
    before,
  );
}
