import type { Look } from '../journal/journal-event.ts';
import { quotedTitle } from './quoted-title.ts';

/** What will be looked at after a fix, a line each, for its preview. */
export function checkLines(look: Look, files: number): readonly string[] {
  const written = files === 0 ? [] : ['Each file is read again and compared byte for byte.'];
  if (look.traced) return [...written, 'Trace the sign-in again afterwards.'];
  const where = look.local ? 'on this machine alone' : 'at the server';
  const whole =
    look.target === null || look.offline
      ? []
      : ['Then the whole verdict of this server is made again.'];
  return [...written, `${quotedTitle(look.title)} is looked for again, ${where}.`, ...whole];
}
