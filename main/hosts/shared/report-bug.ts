import { randomBytes } from 'node:crypto';
import { redactText } from '../../engine/redact/text.ts';

/**
 * Writes a bug of ours to stderr, redacted, and gives it a reference that a person can quote. The
 * stack stays here; only the reference crosses the bridge (safety B6).
 * @returns the reference
 */
export function reportBug(error: unknown): string {
  const reference = randomBytes(4).toString('hex');
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`unblank: internal error ${reference}\n${redactText(text)}\n`);
  return reference;
}
