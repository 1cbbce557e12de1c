import { isUrl } from '../../../contract/is-url.ts';
import { isLoopbackHost } from '../../../engine/safety/loopback-host.ts';

export type Paste =
  /** The address that the browser ended on. */
  | { readonly ok: true; readonly url: string }
  /** What is wrong with it, and what to paste instead. Never quotes what was pasted. */
  | { readonly ok: false; readonly says: string };

/** Codes of some providers have a few thousand characters. */
const LENGTH_LIMIT = 16 * 1024;
const QUOTES = /^["'<“‘«]+|["'>”’»]+$/gu;
/** What comes back (RFC 6749 §4.1.2), in the query or, from providers that got it wrong, behind #. */
const ANSWER = /(?:^|[?&#])(?:code|error)=/;

/**
 * Reads what a person pasted after a sign-in: the whole address at which the browser ended, or its
 * query. Line ends that a terminal put in are taken out. Whether the answer is ours (state, iss) is
 * not decided here.
 * @param text as pasted; untrusted
 * @param redirectUri where the client is called back
 */
export function readPaste(text: string, redirectUri: string): Paste {
  const pasted = text.replace(/\s+/g, '').replaceAll(QUOTES, '');
  const fault = FAULTS.find(({ has }) => has(pasted));
  if (fault) return { ok: false, says: fault.says };
  const whole = complete(pasted, redirectUri);
  if (!isUrl(whole)) return { ok: false, says: NOT_AN_ADDRESS };
  const url = new URL(whole);
  if (placeOf(url) !== placeOf(new URL(redirectUri))) return { ok: false, says: other(url) };
  if (!ANSWER.test(url.search) && !ANSWER.test(url.hash)) return { ok: false, says: NO_ANSWER };
  return { ok: true, url: placeOf(url) + url.search + url.hash };
}

const NOT_AN_ADDRESS =
  'That is no address. Paste the whole line of the address bar, from its first letter to its last.';
const NO_ANSWER =
  'That is the right page, and the answer is missing: its address has neither “code=” nor “error=”. Copy the whole address, with all that follows the question mark.';

interface Fault {
  readonly has: (text: string) => boolean;
  readonly says: string;
}

/** What people paste by mistake, the most telling first. */
const FAULTS: readonly Fault[] = [
  {
    has: (text) => text === '',
    says: 'Nothing was pasted. Paste the address of the page that your browser ended on.',
  },
  {
    has: (text) => text.length > LENGTH_LIMIT,
    says: 'That is longer than any address of a callback. Copy only the address bar.',
  },
  {
    has: (text) => /^about:/i.test(text),
    says: 'Your browser shows an empty page, so the sign-in never came back. Go on in its other tab, or stop here and trace it with --browser isolated, which shows what the empty page hides.',
  },
  {
    has: (text) => /[^\x21-\x7e]/.test(text),
    says: 'There are characters in it that no address has. Copy it from the address bar once more.',
  },
];

/** A query alone, and an address without the scheme that some browsers hide, are completed. */
function complete(pasted: string, redirectUri: string): string {
  const bare = redirectUri.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  if (pasted.startsWith(bare)) return redirectUri + pasted.slice(bare.length);
  if (/^[?#]/.test(pasted)) return redirectUri + pasted;
  const isQuery = /^(?:code|error|state|iss)=/.test(pasted);
  return isQuery ? `${redirectUri}?${pasted}` : pasted;
}

/** Scheme, host, port and path, without credentials. (A program's own scheme has no origin.) */
function placeOf({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}

/** The address of another page; only its host is named, because what follows may be secret. */
function other({ protocol, host }: URL): string {
  const name = isLoopbackHost(host.replace(/:\d+$/, '')) ? 'another page of this machine' : host;
  const where = name === '' ? `a ${protocol} address` : name;
  return `That is the address of ${where}, which is not where the client is called back. Finish the sign-in first, then paste the address of the last page.`;
}
