import { isUrl } from '../../contract/is-url.ts';

/** Why an address is not handed to the system browser. */
export type ExternalUrlRefusal =
  | 'not a URL'
  | 'too long'
  | 'control or hidden characters'
  | 'not https'
  | 'credentials'
  | 'shell characters';

export type ExternalUrl =
  | { readonly ok: true; readonly href: string }
  | { readonly ok: false; readonly reason: ExternalUrlRefusal };

/** C3: under 8 KB, counted before parsing (so that 1 MB is never parsed) and after. */
const LENGTH_LIMIT = 8 * 1024;
/** C0, DEL, C1, and the characters that change how text is shown (bidi, zero width, separators). */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/u;
/** What a shell, cmd.exe or PowerShell reads as more than a letter, wherever it stands. */
const SHELL = /[\s`$();'"<>|\\^{}]/;
/** `&` starts a second command in cmd.exe; it is needed between parameters and nowhere else. */
const AMPERSAND_OUTSIDE_QUERY = /^[^?#]*&|#.*&/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Decides whether an address may be handed to the system browser, and in which form.
 * @param text the address as it came; untrusted
 * @returns the serialised href, which is what must be opened, or the reason for refusing
 * Rule: safety C3; CVE-2025-6514 (an authorization endpoint that PowerShell evaluated). Refuses
 * rather than repairs: an address that needs repair was not written by someone who means well.
 */
export function validateExternalUrl(text: string): ExternalUrl {
  if (text.length >= LENGTH_LIMIT) return refuse('too long');
  // SECURITY: C3. Before parsing: the URL parser drops tabs, line ends and outer spaces silently.
  if (HIDDEN.test(text) || text.trim() !== text) return refuse('control or hidden characters');
  if (!isUrl(text)) return refuse('not a URL');
  const url = new URL(text);
  const checks: readonly (readonly [boolean, ExternalUrlRefusal])[] = [
    [!isWebAddress(url), 'not https'],
    [url.username !== '' || url.password !== '', 'credentials'],
    [url.href.length >= LENGTH_LIMIT, 'too long'],
    [HIDDEN.test(decode(url.href)), 'control or hidden characters'],
    [SHELL.test(url.href) || AMPERSAND_OUTSIDE_QUERY.test(url.href), 'shell characters'],
  ];
  const failed = checks.find(([fails]) => fails);
  return failed ? refuse(failed[1]) : { ok: true, href: url.href };
}

/** https anywhere; http only to this machine (RFC 8252 §7.3). */
function isWebAddress(url: URL): boolean {
  if (url.protocol === 'https:') return url.hostname !== '';
  return url.protocol === 'http:' && LOOPBACK.test(url.hostname);
}

/** Percent-decoded once; what does not decode as UTF-8 counts as hidden. */
function decode(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return '\u0000';
  }
}

function refuse(reason: ExternalUrlRefusal): ExternalUrl {
  return { ok: false, reason };
}
