import type { Json, JsonObject } from '../../model/evidence.ts';

/** Lists whose order says something: clients take the first entry. */
const ORDERED = ['authorization_servers'];

/**
 * The first member in which two documents differ, those that matter most first. Lists but for
 * authorization_servers are compared as sets, objects whatever their order.
 * @param matters members to look at first
 * @param others whether all other members are compared as well
 * @returns its name, or null where they agree
 */
export function firstDisagreement(
  one: JsonObject,
  two: JsonObject,
  matters: readonly string[],
  others: 'compared' | 'left',
): string | null {
  const rest = others === 'left' ? [] : [...Object.keys(one), ...Object.keys(two)].sort();
  const differs = (name: string) =>
    canonical(name, valueOf(one, name)) !== canonical(name, valueOf(two, name));
  return [...matters, ...rest].find(differs) ?? null;
}

/** A member of a document itself, never of its prototype. */
function valueOf(json: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(json, name) ? json[name] : undefined;
}

function canonical(name: string, value: Json | undefined): string {
  if (value === undefined) return '';
  const isSet = Array.isArray(value) && !ORDERED.includes(name);
  return isSet ? `[${value.map(stable).sort().join()}]` : stable(value);
}

function stable(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  const members = Object.entries(value).map(
    ([key, one]) => `${JSON.stringify(key)}:${stable(one)}`,
  );
  return `{${members.sort().join()}}`;
}
