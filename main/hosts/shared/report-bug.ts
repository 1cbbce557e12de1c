import { randomBytes } from 'node:crypto';
import { redactText } from '../../engine/redact/text.ts';

/**
 * Tells of a bug of ours on stderr in one line, under a reference that a person can quote. What a
 * server or a file said may be in an error's text, so that and the stack are shown only to whoever
 * asks with UNBLANK_DEBUG=1, redacted (safety B6); nothing of it crosses the bridge.
 * @returns the reference
 */
export function reportBug(error: unknown): string {
  const reference = randomBytes(4).toString('hex');
  const kind = error instanceof Error ? error.name : typeof error;
  const more = process.env.UNBLANK_DEBUG === '1' ? `\n${redactText(detailOf(error))}` : '';
  process.stderr.write(`Unblank made a mistake (reference ${reference}, ${kind}).${more}\n`);
  return reference;
}

function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
