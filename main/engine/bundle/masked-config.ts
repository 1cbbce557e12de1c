import { maskJson } from '../redact/json-mask.ts';
import type { Redactor } from '../redact/redactor.ts';

/** Stands for a value that is not shown although nothing says that it is a secret. */
export const UNSHOWN = '[value 0]';

/**
 * A configuration as it may be given away: secrets as tags, and of the rest only what is known to be
 * harmless. How long a hidden value is does not show.
 */
export function maskedConfig(text: string, redactor: Redactor): string {
  return maskJson(redactor.text(text)).replace(/•+/g, UNSHOWN);
}
