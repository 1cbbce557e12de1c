import type { Json, JsonObject } from '../../../model/evidence.ts';

/** An edit at a place below the value that is changed, as a JSON pointer from there on. */
export type RelativeEdit =
  | { readonly kind: 'set-value'; readonly at: string; readonly value: Json }
  | { readonly kind: 'remove-value'; readonly at: string }
  | { readonly kind: 'rename-key'; readonly at: string; readonly to: string }
  | { readonly kind: 'move-value'; readonly at: string; readonly to: string }
  /** Before the item that stands at that place of a list. */
  | { readonly kind: 'insert-item'; readonly at: string; readonly value: Json };

/** What a change asks for. Reasons and notes hold no value of the file (safety A13, F9). */
export type Changed =
  | {
      readonly kind: 'changed';
      readonly edits: readonly RelativeEdit[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

export function changed(edits: readonly RelativeEdit[], notes: readonly string[] = []): Changed {
  return { kind: 'changed', edits, notes };
}

export function refused(reason: string): Changed {
  return { kind: 'refused', reason };
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a list; null where it is none, or holds anything else. */
export function textsOf(value: Json | undefined): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  const texts = value.filter((item) => typeof item === 'string');
  return texts.length === value.length ? texts : null;
}
