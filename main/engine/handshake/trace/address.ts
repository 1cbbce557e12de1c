import { redactUrl } from '../../redact/url.ts';
import { visible } from '../../redact/visible.ts';

/** Longest address that is read, and the longest that is kept: hostile ones cost no more (H7). */
const READ = 2_048;
const KEPT = 160;

/**
 * An address as it may stand in a sentence and in the state of a trace: without query, fragment and
 * user information, generated path segments masked, on one line, bounded.
 * SECURITY: H2, D16
 * @param url as the browser gave it; need not be valid
 */
export function addressOf(url: string): string {
  const end = url.slice(0, READ).search(/[?#]|$/);
  const bare = redactUrl(withoutUser(url.slice(0, Math.min(end, READ))));
  const shown = visible(/^(?:data|blob|javascript|view-source):/i.test(bare) ? scheme(bare) : bare);
  return shown.length > KEPT ? `${shown.slice(0, KEPT)}…` : shown;
}

/** The host of an address made by `addressOf`, or the address itself where it has none. */
export function hostIn(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/([^/]+)/i.exec(address)?.[1] ?? address;
}

/** `about:blank` and the error pages of the browser are no pages of anybody. */
export function isBrowsersOwn(url: string): boolean {
  return /^(?:about:|chrome-error:|chrome:|devtools:)/i.test(url) || url === '';
}

/** The part between `//` and the last `@` of the authority. */
function withoutUser(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1');
}

function scheme(address: string): string {
  return `${address.slice(0, address.indexOf(':') + 1)}…`;
}
