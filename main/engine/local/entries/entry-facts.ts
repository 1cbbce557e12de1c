import type { EntryFact, EntryPlace } from '../../model/entry-fact.ts';
import { redactText } from '../../redact/text.ts';
import { visible } from '../../redact/visible.ts';
import { memberOf, membersOf, pointerOf, type Member } from '../json-tree.ts';
import type { EntrySchema } from '../location.ts';
import type { McpRemoteArguments } from '../mcp-remote-arguments.ts';
import type { TextPosition } from '../text-position.ts';
import { entryTexts, type EntryText } from './entry-texts.ts';
import { plainSecret } from './plain-secret.ts';

/** What is known of an entry before its facts are read. */
export interface FactSource {
  readonly entry: Member;
  /** Keys from the root to the entry. */
  readonly names: readonly string[];
  readonly schema: EntrySchema;
  readonly remote: McpRemoteArguments | null;
  readonly positionAt: (offset: number) => TextPosition;
  /** Whether the environment has a variable; null where it is not known. */
  readonly isSet: (name: string) => boolean | null;
}

/** More of them would tell a reader nothing new. */
const FACT_LIMIT = 60;
const NAME_LIMIT = 80;

/**
 * Notes what is remarkable about an entry: names and places, never a value (safety H1). Judges
 * nothing: what matters depends on the client.
 * @param source the entry and what its client reads
 */
export function entryFacts(source: FactSource): readonly EntryFact[] {
  const { entry, names, schema } = source;
  const urlKeys = schema.urlKeys.map(({ name }) => name);
  const texts = entryTexts(entry, names, urlKeys);
  return [
    ...switchedOff(source),
    ...unreadKeys(source),
    ...packages(source),
    ...texts.flatMap((text) => [
      ...whiteSpace(text, source),
      ...named(text, source),
      ...secrets(text, texts, source),
      ...spaced(text, texts, source),
      ...variables(text, texts, source),
    ]),
  ].slice(0, FACT_LIMIT);
}

function placeOf({ node, pointer }: EntryText, { positionAt }: FactSource): EntryPlace {
  return { pointer: visible(pointer), ...positionAt(node.offset) };
}

/** A name from the file, as it may be shown. */
function shown(name: string): string {
  return visible(redactText(name)).slice(0, NAME_LIMIT);
}

const VARIABLE = /\$\{([A-Za-z_][A-Za-z0-9_]{0,79})(:-[^}]*)?\}/g;

function variables(
  text: EntryText,
  all: readonly EntryText[],
  source: FactSource,
): readonly EntryFact[] {
  const own = new Set(all.flatMap((one) => (one.where === 'env' ? [one.name] : [])));
  return Array.from(text.value.matchAll(VARIABLE), ([, name = '', fallback]): EntryFact => ({
    kind: 'variable',
    name: shown(name),
    hasDefault: fallback !== undefined,
    // mcp-remote sees the variables of the entry, the client itself does not.
    isSet: source.remote !== null && own.has(name) ? true : source.isSet(name),
    at: placeOf(text, source),
  }));
}

/** White space that no editor shows as such, besides what ends a line. */
const HIDDEN = /[\u00a0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/u;

function whiteSpace(text: EntryText, source: FactSource): readonly EntryFact[] {
  const fact = (where: 'ends' | 'inside' | 'name'): EntryFact[] => [
    { kind: 'white-space', where, at: placeOf(text, source) },
  ];
  const { where, name, value } = text;
  if (where === 'name') return value !== value.trim() || HIDDEN.test(value) ? fact('name') : [];
  if (name !== name.trim() || HIDDEN.test(name)) return fact('name');
  if (value !== value.trim()) return fact('ends');
  const inside = HIDDEN.test(value) || (where === 'url' && /\s/.test(value));
  return inside ? fact('inside') : [];
}

function named(text: EntryText, source: FactSource): readonly EntryFact[] {
  const { where, name } = text;
  const at = placeOf(text, source);
  if (where === 'env') return [{ kind: 'sets', name: shown(name), at }];
  if (where === 'headers') return [{ kind: 'header', name: shown(name), at }];
  const header = where === 'args' && source.remote !== null ? headerOf(text.value) : null;
  return header === null ? [] : [{ kind: 'header', name: shown(header), at }];
}

function headerOf(argument: string): string | null {
  return /^([A-Za-z0-9_-]{1,60}):(?!\/\/)/.exec(argument)?.[1] ?? null;
}

function secrets(
  text: EntryText,
  all: readonly EntryText[],
  source: FactSource,
): readonly EntryFact[] {
  const what = plainSecret(text, before(text, all));
  return what === null ? [] : [{ kind: 'secret', what: shown(what), at: placeOf(text, source) }];
}

/** `Name: value` behind `--header`: the space cuts it in two on Windows (mcp-remote README). */
function spaced(
  text: EntryText,
  all: readonly EntryText[],
  source: FactSource,
): readonly EntryFact[] {
  const isHeader = text.where === 'args' && /^(?:-H|--headers?)$/.test(before(text, all));
  const cut = isHeader && /^[^:\s]+:.*\s/s.test(text.value.trim());
  return cut ? [{ kind: 'spaced-argument', at: placeOf(text, source) }] : [];
}

/** The argument before this one; empty where there is none. */
function before(text: EntryText, all: readonly EntryText[]): string {
  const previous = all[all.indexOf(text) - 1];
  return text.where === 'args' && previous?.where === 'args' ? previous.value : '';
}

function unreadKeys({ entry, names, schema, positionAt }: FactSource): readonly EntryFact[] {
  return membersOf(entry.value).flatMap(({ name, key }): EntryFact[] => {
    const instead = schema.unread.get(name);
    // Beside the right key a foreign one is left over from another client, and harmless.
    if (instead === undefined || memberOf(entry.value, instead) !== undefined) return [];
    const at = { pointer: visible(pointerOf([...names, name])), ...positionAt(key.offset) };
    return [{ kind: 'unread-key', name: shown(name), instead, at }];
  });
}

function switchedOff({ entry, names, schema, positionAt }: FactSource): readonly EntryFact[] {
  const { off } = schema;
  const member = off === undefined ? undefined : memberOf(entry.value, off.key);
  if (off === undefined || member?.value.value !== off.value) return [];
  const at = { pointer: visible(pointerOf([...names, off.key])), ...positionAt(member.key.offset) };
  return [{ kind: 'switched-off', key: off.key, at }];
}

function packages({ remote, entry, names, positionAt }: FactSource): readonly EntryFact[] {
  if (remote === null || !remote.byName) return [];
  const at = { pointer: visible(pointerOf(names)), ...positionAt(entry.key.offset) };
  const version = remote.version === null ? null : shown(remote.version).slice(0, 20);
  return [{ kind: 'package', name: 'mcp-remote', version, at }];
}
