import { isUrl } from '../../contract/is-url.ts';
import { nameKey } from '../local/join/names-of.ts';
import { isLoopbackHost } from '../safety/loopback-host.ts';

/** What tells whether two entries mean one server. */
export interface Meant {
  readonly name: string | null;
  /** As written; null for a local command. */
  readonly url: string | null;
}

/**
 * Do two places mean the same server? Addresses are read as the URL standard has them. What is close
 * by and not the same is usually a slip, and the one that explains why only one of them works.
 * @param wide take two addresses on one host together, whatever their paths and names
 * @returns `same`; what differs, in words, where they were probably meant to be the same; else null
 */
export function nearness(one: Meant, other: Meant, wide: boolean): string | null {
  const [left, right] = [addressOf(one.url), addressOf(other.url)];
  const isNamesake = one.name !== null && other.name !== null && isOneName(one.name, other.name);
  if (left !== null && right !== null) return nearAddress(left, right, isNamesake, wide);
  if (!isNamesake) return null;
  if (one.url === other.url) return SAME;
  if (left === null && right === null) return 'the same name, and another address';
  return one.url === null || other.url === null
    ? 'the same name, but one has no address'
    : 'the same name, and an address with a variable or a fault in it';
}

export const SAME = 'same';

/** `Acme MCP`, `acme_mcp` and `acme-mcp` are what people call one server in different files. */
function isOneName(one: string, other: string): boolean {
  const key = nameKey(one.trim());
  // Of a name in another script no letter is left to compare.
  return one === other || (/[a-z0-9]/.test(key) && key === nameKey(other.trim()));
}

function nearAddress(left: URL, right: URL, isNamesake: boolean, wide: boolean): string | null {
  if (left.href === right.href) return SAME;
  if (left.hostname !== right.hostname)
    return isNamesake ? 'the same name, and another host' : null;
  const found = PIECES.filter(({ differs }) => differs(left, right)).map(({ words }) => words);
  const isLikely = isNamesake || wide || (samePlace(left, right) && hasLikePaths(left, right));
  return isLikely ? found.join(', ') : null;
}

interface Piece {
  readonly words: string;
  readonly differs: (left: URL, right: URL) => boolean;
}

const PIECES: readonly Piece[] = [
  { words: 'http:// in one, https:// in the other', differs: (a, b) => a.protocol !== b.protocol },
  { words: 'another port', differs: (a, b) => a.port !== b.port },
  {
    words: 'a slash more at the end',
    differs: (a, b) => a.pathname !== b.pathname && bare(a) === bare(b),
  },
  { words: 'another path', differs: (a, b) => bare(a) !== bare(b) },
  { words: 'another query', differs: (a, b) => a.search !== b.search },
  { words: 'another fragment', differs: (a, b) => a.hash !== b.hash },
  {
    words: 'another user name in the address',
    differs: (a, b) => a.username !== b.username || a.password !== b.password,
  },
];

/** On one machine many servers live on ports of their own. */
function samePlace(left: URL, right: URL): boolean {
  return left.port === right.port || !isLoopbackHost(left.hostname);
}

/** Names of endpoints that servers offer beside each other, and clients are given by mistake. */
const USUAL_ENDS = /\/(?:mcp|sse|message|messages)$/;

/** Many servers on one host have paths of their own; a slip changes the end of a path. */
function hasLikePaths(left: URL, right: URL): boolean {
  const [a, b] = [bare(left), bare(right)];
  return a === b || a.replace(USUAL_ENDS, '') === b.replace(USUAL_ENDS, '');
}

function bare({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '');
}

const SCHEMES = new Set(['http:', 'https:', 'ws:', 'wss:']);

/** The address, where it is one; braces would pass as part of a host. */
export function addressOf(url: string | null): URL | null {
  if (url === null || url.includes('${') || !isUrl(url.trim())) return null;
  const parsed = new URL(url.trim());
  return SCHEMES.has(parsed.protocol) ? parsed : null;
}
