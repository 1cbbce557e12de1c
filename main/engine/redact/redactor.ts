import { knownFinder } from './known-finder.ts';
import { placeFinder, type KnownPlaces } from './known-places.ts';
import type { KnownValues } from './known-values.ts';
import { createCover, type TagStyle } from './mark-cover.ts';
import { joinMarks, MARK_KINDS, secretMarks, type Mark, type MarkKind } from './marks.ts';
import { markStream } from './mark-stream.ts';
import { textRanges } from './text.ts';
import { visible } from './visible.ts';

/** What a redactor knows beyond the rules. */
export interface RedactorOptions {
  readonly known: KnownValues;
  /** Null where paths and names stay: only secrets are hidden then. */
  readonly places: KnownPlaces | null;
  readonly tags: TagStyle;
}

/** How much of a kind was hidden. */
export interface HiddenCount {
  readonly kind: MarkKind;
  readonly count: number;
}

/** Something in a text that should have been hidden: what it is and where, never what it says. */
export interface Leftover {
  readonly kind: MarkKind;
  /** Characters before it. */
  readonly at: number;
}

/** Hides what must not be shown in one text after the other; counts and tags are over all of them. */
export interface Redactor {
  /** A whole text, however long; control characters become visible, line feeds and tabs stay. */
  text(value: string): string;
  /** A text that comes in pieces; a secret may lie across their edges. */
  stream(): RedactStream;
  /** What was hidden so far, kinds with none left out. */
  counts(): readonly HiddenCount[];
  /** Reads what was redacted again: empty where nothing is left (safety H11). */
  scan(text: string): readonly Leftover[];
  /** The same in pieces. */
  scanner(): LeftoverScan;
}
export interface RedactStream {
  /** @returns what can be told for certain by now; the rest is held back */
  push(chunk: string): string;
  end(): string;
}
export interface LeftoverScan {
  push(chunk: string): void;
  end(): readonly Leftover[];
}

/**
 * The one way of hiding for whatever leaves this machine or is kept: rules of names and shapes
 * (text.ts), values that are known, and, for what is given to others, who and where a person is.
 * @see safety H1 to H9, H13
 */
export function createRedactor({ known, places, tags }: RedactorOptions): Redactor {
  const findKnown = knownFinder(known);
  const findPlaces = places === null ? () => [] : placeFinder(places);
  const cover = createCover(tags);
  const counted = new Map<MarkKind, number>();
  const find = (text: string): readonly Mark[] =>
    joinMarks(text, [...secretMarks(textRanges(text)), ...findKnown(text), ...findPlaces(text)]);
  const shown = (text: string, mark: Mark): string => {
    counted.set(mark.kind, (counted.get(mark.kind) ?? 0) + 1);
    return cover(text, mark);
  };
  const stream = (): RedactStream => markStream(find, shown, (text) => visible(text, '\n\t'));
  const scanner = (): LeftoverScan => {
    const leftovers: Leftover[] = [];
    const note = (_: string, { kind }: Mark, at: number): string => {
      leftovers.push({ kind, at });
      return '';
    };
    const inner = markStream(find, note, () => '');
    return {
      push: (chunk) => void inner.push(chunk),
      end: () => (inner.end(), leftovers),
    };
  };
  return {
    text: (value) => whole(stream(), value),
    stream,
    counts: () =>
      MARK_KINDS.flatMap((kind) => {
        const count = counted.get(kind) ?? 0;
        return count === 0 ? [] : [{ kind, count }];
      }),
    scan: (text) => {
      const one = scanner();
      one.push(text);
      return one.end();
    },
    scanner,
  };
}

function whole(stream: RedactStream, value: string): string {
  return stream.push(value) + stream.end();
}
