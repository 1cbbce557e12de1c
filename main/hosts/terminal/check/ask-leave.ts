import { AppError } from '../../../contract/errors.ts';
import { CLAUDE_CODE_SERVICE } from '../../../engine/local/stores/keychain-presence.ts';

/** Asks a person on a terminal; null where there is none. */
export type Question = ((text: string) => Promise<string>) | null;

/**
 * Asks for leave to look for an item of another program in the keychain, item by item (safety F7).
 * @param ask how to ask
 * @returns the items that were allowed
 * @throws AppError `bad-option` where nobody can be asked (K3)
 */
export async function askLeave(ask: Question): Promise<ReadonlySet<string>> {
  if (ask === null)
    throw new AppError('bad-option', {
      reason: '--keychain asks before it looks, so it needs a terminal.',
    });
  const answer = await ask(
    `Look whether the keychain has an item “${CLAUDE_CODE_SERVICE}”, and since when? Its value is not read. [y/N] `,
  );
  return new Set(/^y(es)?$/i.test(answer.trim()) ? [CLAUDE_CODE_SERVICE] : []);
}
