import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Mark, MarkKind } from './marks.ts';

/** `plain` hides without telling values apart; a salt makes tags that are good for one bundle. */
export type TagStyle = 'plain' | { readonly salt: string };

const PLAIN = '…';
const SHORTEST_TAG = 4;

/**
 * Says what stands for a mark. With a salt the same secret has the same short tag, whatever spelling
 * it stands in, and tags of two bundles cannot be compared (safety H8); people and places have
 * stable placeholders in any case (H6).
 */
export function createCover(tags: TagStyle): (text: string, mark: Mark) => string {
  const numbers = new Map<string, number>();
  const secret = tags === 'plain' ? () => PLAIN : tagger(tags.salt);
  const numbered = (word: string, text: string): string => {
    const key = `${word} ${text.toLowerCase().replaceAll('%40', '@')}`;
    const known = numbers.get(key) ?? countOf(numbers, word) + 1;
    numbers.set(key, known);
    return `[${word} ${known}]`;
  };
  const covers: Readonly<Record<MarkKind, (text: string, mark: Mark) => string>> = {
    'known value': (text, mark) => secret(mark.value ?? canonical(text)),
    secret: (text, mark) => secret(mark.value ?? canonical(text)),
    'home folder': () => '~',
    'user name': () => '[user]',
    'host name': () => '[host]',
    'mail address': (text) => numbered('mail', text),
    'network address': (text) => numbered('lan', text),
  };
  return (text, mark) => covers[mark.kind](text, mark);
}

function countOf(numbers: ReadonlyMap<string, number>, word: string): number {
  return [...numbers.keys()].filter((key) => key.startsWith(`${word} `)).length;
}

/** Two values never share a tag: where the short ones meet, the later one is longer. */
function tagger(salt: string): (value: string) => string {
  const tags = new Map<string, string>();
  const taken = new Set<string>();
  const key = utf8ToBytes(salt);
  return (value) => {
    const digest = bytesToHex(hmac(sha256, key, utf8ToBytes(value))).slice(0, 16);
    const known = tags.get(digest);
    if (known !== undefined) return known;
    let length = SHORTEST_TAG;
    while (length < digest.length && taken.has(digest.slice(0, length))) length += 2;
    const tag = digest.slice(0, length);
    taken.add(tag);
    tags.set(digest, `[secret ${tag}]`);
    return `[secret ${tag}]`;
  };
}

/** A value without the scheme, name, quotes and encoding it stands in. */
function canonical(text: string): string {
  const bare = text
    .replace(/^["'\s]+|["'\s]+$/g, '')
    .replace(/^(?:bearer|basic|dpop|token)\s+/i, '')
    .replace(/^[\w.-]{1,64}=(?=[^=])/, '');
  return decoded(decoded(bare.replaceAll(String.raw`\/`, '/')));
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
