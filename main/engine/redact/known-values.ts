import { membersOf, readTree, type JsonNode } from '../local/json-tree.ts';
import { Secret } from '../secrets/secret.ts';
import { isSecretName } from './secret-names.ts';
import { looksOpaque } from './secret-shapes.ts';
import { isTag } from './tags.ts';
import { textRanges } from './text.ts';
import { urlRanges } from './url.ts';

/** Values that are known to be secret, because a configuration or a store holds them (safety H5). */
export interface KnownValues {
  readonly values: readonly Secret[];
}

/** Shorter values are ordinary words as well. */
const SHORTEST = 6;
/** Of a value that nothing but its place tells to be secret, so much must there be. */
const SHORTEST_UNSURE = 12;
/** Keys under which a client keeps what it hands on: every longer value there is taken as secret. */
const HOLDERS = /^(?:env|headers|http_?headers|request_?init|auth|oauth|tokens?|credentials)$/i;
const LONGEST = 16_384;

/**
 * Collects the live secrets of configurations and stores, for masking only. Reads JSON, broken or
 * whole, and in any other text what the rules for names and shapes find.
 * @param texts whole files as text; what else is known (a keychain's value) as a text of its own
 */
export function knownValuesOf(texts: readonly string[]): KnownValues {
  const found = new Set<string>();
  for (const text of texts) for (const one of valuesIn(text)) found.add(one);
  return { values: Array.from(found, (one) => new Secret(one)) };
}

/** No value is known. */
export const NOTHING_KNOWN: KnownValues = { values: [] };

function valuesIn(text: string): readonly string[] {
  const root = readTree(text);
  const ofTree = typeof root === 'string' ? [] : leavesOf(root, false, '');
  return [...ofTree, ...slices(text, textRanges(text))].flatMap(partsOf).filter(isLong);
}

/** The texts of a tree that are secret by their name, their place, or their look. */
function leavesOf(node: JsonNode, held: boolean, name: string): readonly string[] {
  if (node.type === 'object') {
    return membersOf(node).flatMap((one) =>
      leavesOf(one.value, held || HOLDERS.test(one.name), one.name),
    );
  }
  if (node.type === 'array') {
    const items = node.children ?? [];
    return items.flatMap((one, index) => leavesOf(one, held, flagBefore(items[index - 1]) ?? name));
  }
  const value: unknown = node.value;
  return typeof value === 'string' ? secretsOf(value, held, name) : [];
}

function flagBefore(node: JsonNode | undefined): string | null {
  const value: unknown = node?.value;
  return typeof value === 'string' && value.startsWith('--') ? value : null;
}

function secretsOf(value: string, held: boolean, name: string): readonly string[] {
  const parts = [...slices(value, textRanges(value)), ...slices(value, urlRanges(value))];
  const whole = isSecretName(name, 'field') || (held && isUnusual(value)) || looksAlone(value);
  return whole ? [value, ...parts] : parts;
}

/** A single word that looks generated. */
function looksAlone(value: string): boolean {
  return !/[\s/\\]/.test(value) && looksOpaque(value);
}

/** Not a word, a path, an address or a number, which a variable can hold as well. */
function isUnusual(value: string): boolean {
  if (value.length < SHORTEST_UNSURE || /^(?:[a-z]+:\/\/|[/~.$]|[A-Za-z]:[\\/])/.test(value))
    return false;
  return !/^[A-Za-z][a-z]*(?:[ _-][A-Za-z]?[a-z]*)*$/.test(value) && !/^[\d.:]+$/.test(value);
}

/** A credential stands within its header; a pair within its Base64. */
function partsOf(value: string): readonly string[] {
  const credential = /^(?:[\w-]{1,40}:\s*)?(?:bearer|basic|token|dpop|apikey)\s+(\S+)$/i.exec(
    value,
  )?.[1];
  if (credential === undefined) return [value, ...afterPairName(value)];
  const pair = decodedPair(credential);
  return [value, credential, ...pair];
}

function afterPairName(value: string): readonly string[] {
  const [, rest] = /^[\w.-]{1,64}[:=]\s*([^=\s].*)$/s.exec(value) ?? [];
  return rest === undefined ? [] : [rest];
}

function decodedPair(credential: string): readonly string[] {
  try {
    const pair = atob(credential);
    const colon = pair.indexOf(':');
    return colon === -1 || /[^\x20-\x7e]/.test(pair) ? [] : [pair, pair.slice(colon + 1)];
  } catch {
    return [];
  }
}

function slices(text: string, ranges: readonly (readonly [number, number])[]): readonly string[] {
  return ranges.map(([start, end]) => text.slice(start, end));
}

function isLong(value: string): boolean {
  const common = /^[A-Za-z]?[a-z]{0,11}$/.test(value) || /^\$\{?\w+\}?$/.test(value);
  return value.length >= SHORTEST && value.length <= LONGEST && !common && !isTag(value);
}
