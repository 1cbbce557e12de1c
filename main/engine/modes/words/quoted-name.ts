import { redactText } from '../../redact/text.ts';
import { visible } from '../../redact/visible.ts';

const LIMIT = 40;

/**
 * A name from a configuration file as it may stand in a sentence: in quotation marks, on one line,
 * without secrets, at most 40 characters (safety G14, H13).
 */
export function quotedName(name: string): string {
  const shown = visible(redactText(name));
  return `“${shown.length > LIMIT ? `${shown.slice(0, LIMIT)}…` : shown}”`;
}
