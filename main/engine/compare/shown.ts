import { redactText } from '../redact/text.ts';
import { redactUrl } from '../redact/url.ts';
import { visible } from '../redact/visible.ts';

/** Text of a file or a server on one line, masked, its hidden characters made visible (H2, H13). */
export function shown(text: string): string {
  return visible(redactText(text));
}

/** The same for an address. */
export function shownUrl(url: string): string {
  return visible(redactUrl(url));
}
