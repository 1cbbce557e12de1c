import { createNeedleFinder, type NeedleFinder } from './needle-finder.ts';
import type { TextForm } from './text-form.ts';

/** The finder of some needles in a form of text. */
export type FinderOf = (form: TextForm, needles: readonly string[]) => NeedleFinder;

/**
 * Prepares a search once per list of needles and form: its tables take longer to build than a small
 * log to read. A list is told by its identity and forgotten with it.
 */
export function createFinderShelf(): FinderOf {
  const shelf = new WeakMap<readonly string[], Map<TextForm['encode'], NeedleFinder>>();
  return (form, needles) => {
    const known = shelf.get(needles) ?? new Map<TextForm['encode'], NeedleFinder>();
    shelf.set(needles, known);
    const finder = known.get(form.encode) ?? finderFor(form, needles);
    known.set(form.encode, finder);
    return finder;
  };
}

/** A needle with a newline lies in no line. */
function finderFor(form: TextForm, needles: readonly string[]): NeedleFinder {
  const whole = needles.filter((needle) => !needle.includes('\n'));
  return createNeedleFinder(whole.map((needle) => form.encode(needle)));
}
