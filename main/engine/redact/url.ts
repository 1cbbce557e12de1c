import { isUrl } from '../../contract/is-url.ts';
import { coverRanges, type Range } from './ranges.ts';
import { isSecretName } from './secret-names.ts';
import { looksOpaque } from './secret-shapes.ts';

const MASK = '…';

/**
 * Hides what is secret in an address and keeps the rest letter by letter: user information, the
 * values of secret-looking parameters and of the fragment, and path segments that look generated
 * (some services put the credential there). Names stay. Works on the text, so an address that does
 * not parse is covered as well (safety H2).
 * @param url as written; need not be valid
 * @returns the same with `…` in place of each hidden part
 */
export function redactUrl(url: string): string {
  return coverRanges(url, urlRanges(url), () => MASK);
}

/**
 * The parts of an address that `redactUrl` hides.
 * @param url as written; need not be valid
 */
export function urlRanges(url: string): Range[] {
  const hash = endOf(url, '#', 0);
  const query = Math.min(endOf(url, '?', 0), hash);
  return [
    ...userRanges(url, query),
    ...segmentRanges(url, query),
    ...pairRanges(url, query + 1, hash, isSecretPair),
    ...pairRanges(url, hash + 1, url.length, () => true),
  ];
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at;
}

/**
 * Everything between the scheme and the last `@` of the authority. Where the address does not parse,
 * or its spelling hides the authority (a line feed in it, for example), up to the last `@` of all.
 */
function userRanges(url: string, query: number): Range[] {
  const start = /^[^/\\?#@]*:[\\/]+/.exec(url)?.[0].length ?? 0;
  const slash = url.slice(start, query).search(/\//);
  const at = url.lastIndexOf('@', (slash === -1 ? query : start + slash) - 1);
  if (at >= start && at !== -1) return [[start, at]];
  return hidesUser(url) ? [[0, url.lastIndexOf('@')]] : [];
}

function hidesUser(url: string): boolean {
  if (!url.includes('@')) return false;
  if (!isUrl(url)) return true;
  const { username, password } = new URL(url);
  return username + password !== '';
}

function segmentRanges(url: string, end: number): Range[] {
  const path = url.slice(0, end);
  return Array.from(path.matchAll(/[/\\;=]([^/\\;=]{16,})/g))
    .filter(([, segment]) => segment !== undefined && looksOpaque(decoded(segment)))
    .map(({ index, 0: whole }): Range => [index + 1, index + whole.length])
    .filter(([start]) => start > path.indexOf('://') + 3);
}

function pairRanges(
  url: string,
  start: number,
  end: number,
  hide: (name: string, value: string) => boolean,
): Range[] {
  const ranges: Range[] = [];
  for (let at = start; at < end;) {
    const next = at + url.slice(at, end).search(/[&;]|$/);
    const equals = url.slice(at, next).indexOf('=');
    const value = equals === -1 ? at : at + equals + 1;
    const name = equals === -1 ? '' : decoded(url.slice(at, value - 1));
    if (hide(name, decoded(url.slice(value, next)))) ranges.push([value, next]);
    at = next + 1;
  }
  return ranges;
}

/** By the name; by the look; or because an address or form inside the value carries one. */
function isSecretPair(name: string, value: string): boolean {
  if (isSecretName(name, 'query') || looksOpaque(value)) return true;
  const inner = Array.from(value.matchAll(/([\w.-]{1,64})=/g), ([, one]) => one ?? '');
  return inner.some((one) => isSecretName(one, 'query')) || /\/\/[^/]*@/.test(value);
}

/** Percent-decoded twice where that is possible, so that an encoded name is still seen (safety H4). */
function decoded(text: string): string {
  return once(once(text));
}
function once(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
