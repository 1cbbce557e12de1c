import { isUrl } from '../../../../contract/is-url.ts';
import { redactUrl } from '../../../redact/url.ts';
import { visible } from '../../../redact/visible.ts';

/** An address as it may stand in a text to copy; null where it holds a secret or hidden characters. */
export function copyableUrl(url: string | null): string | null {
  if (url === null || !isUrl(url) || /\s/.test(url)) return null;
  return redactUrl(url) === url && visible(url) === url ? url : null;
}
