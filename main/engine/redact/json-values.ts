import type { Range } from './ranges.ts';
import { isSecretName } from './secret-names.ts';
import { looksOpaque } from './secret-shapes.ts';
import { textRanges } from './text.ts';
import { urlRanges } from './url.ts';

/** Where a string value stands in a JSON-like text. */
export interface ValuePlace {
  /** The key it stands under, its own or that of its list; null where none is known. */
  readonly key: string | null;
  readonly inList: boolean;
  /** The string before it in the same list or object. */
  readonly previous: string | null;
  /** The keys of everything that is open around it. */
  readonly within: readonly (string | null)[];
}

const NOTHING_SHOWN = /^(?:env|headers|http_?headers|request_?init|auth|oauth)$/i;

/** Words of the format itself; they can be no secret. */
const SAFE_WORDS = new Set(
  (
    'mcpServers servers projects command args env headers url serverUrl type transport timeout cwd ' +
    'disabled alwaysAllow headersHelper oauth preferences globalShortcut stdio http sse ws ' +
    'streamable-http http-first sse-first http-only sse-only npx npx.cmd node cmd cmd.exe uvx uv ' +
    'docker bunx bun deno python python3 /c /C -y true false null run localhost'
  ).split(' '),
);

/**
 * Says whether a word may be shown wherever it stands: a word of the format, or a short number.
 * @param word without quotes
 */
export function isSafeWord(word: string): boolean {
  return SAFE_WORDS.has(word) || /^-?\d{1,5}(?:\.\d{1,3})?$/.test(word);
}

/**
 * What of a string value must be hidden. Shown are words of the format, addresses without their
 * secret parts, the path of a command, and those arguments that are a flag, a package or an address.
 * @param inner the text between the quotes, as written
 * @param place where it stands
 * @returns the ranges of `inner` to hide; all of it where nothing says that it is harmless
 */
export function shownRanges(inner: string, place: ValuePlace): Range[] {
  const all: Range[] = [[0, inner.length]];
  if (place.within.some((key) => key !== null && NOTHING_SHOWN.test(key))) return all;
  const rule = SHOWN_UNDER.get(place.key ?? '');
  return rule === undefined ? all : (rule(inner, place) ?? all);
}

type Rule = (inner: string, place: ValuePlace) => Range[] | null;

const word: Rule = (inner) => (/^[A-Za-z-]{1,20}$/.test(inner) ? [] : null);

/** An escaped character could be an `@` or `=` that the rules for addresses would not see. */
const address: Rule = (inner) =>
  /^(?:https?|wss?):[\\/]/i.test(inner) && !/\\[^/]/.test(inner) && !/[^\x20-\x7e]/.test(inner)
    ? urlRanges(inner)
    : null;

const command: Rule = (inner, place) => {
  if (place.inList || isSafeWord(inner)) return isSafeWord(inner) ? [] : null;
  const path = /^[\w.:\\/~()@-]+(?: [\w.:\\/~()@-]+)*$/.test(inner) && !/ [-/\\]/.test(inner);
  const named = !inner.includes(' ') || /[\\/]/.test(inner);
  return path && named && !looksOpaque(inner) && textRanges(inner).length === 0 ? [] : null;
};

const argument: Rule = (inner, place) => {
  if (isSecretFlag(place.previous)) return null;
  if (isSafeWord(inner) || /^(?:-[A-Za-z]|--[a-z][a-z-]{1,30})$/.test(inner)) return [];
  return /^mcp-remote(?:@[\w.-]{1,20})?$/.test(inner) ? [] : address(inner, place);
};

function isSecretFlag(previous: string | null): boolean {
  if (previous === null || !previous.startsWith('-')) return false;
  return /^(?:-H|--headers?)$/.test(previous) || isSecretName(previous, 'query');
}

const SHOWN_UNDER: ReadonlyMap<string, Rule> = new Map([
  ['type', word],
  ['transport', word],
  ['url', address],
  ['serverUrl', address],
  ['httpUrl', address],
  ['command', command],
  ['args', argument],
]);
