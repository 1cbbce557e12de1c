import type { Kept } from '../../model/store-evidence.ts';
import { redactText } from '../../redact/text.ts';
import { redactUrl } from '../../redact/url.ts';
import { visible } from '../../redact/visible.ts';

/** An object of a store, of which nothing is known. */
export type StoreObject = Readonly<Record<string, unknown>>;

const TEXT_LIMIT = 300;

export function isObject(value: unknown): value is StoreObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a name, or an empty one. */
export function objectIn(object: StoreObject, name: string): StoreObject {
  const value = own(object, name);
  return isObject(value) ? value : {};
}

/**
 * Whether a secret is kept under a name, and never what it is (safety D19, F7). What is there and
 * is no text, as `null`, counts as none.
 */
export function keptIn(object: StoreObject, name: string): Kept {
  const value = own(object, name);
  if (typeof value !== 'string') return 'none';
  return value.trim() === '' ? 'empty' : 'present';
}

/** A finite number, or null. */
export function numberIn(object: StoreObject, name: string): number | null {
  const value = own(object, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A public text, such as a scope or a client id: on one line, masked where it looks secret (H2, H13). */
export function textIn(object: StoreObject, name: string): string | null {
  const value = own(object, name);
  return typeof value === 'string' && value !== '' ? shownText(value) : null;
}

/** An address, masked (H2). */
export function urlIn(object: StoreObject, name: string): string | null {
  const value = own(object, name);
  return typeof value === 'string' && value !== '' ? shownUrl(value) : null;
}

/** The addresses of a list, masked; empty where there is no list. At most ten are of use. */
export function urlsIn(object: StoreObject, name: string): readonly string[] {
  const value = own(object, name);
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list
    .slice(0, 10)
    .flatMap((one) => (typeof one === 'string' && one !== '' ? [shownUrl(one)] : []));
}

/** A text of a store as it may be shown. */
export function shownText(text: string): string {
  return cut(visible(redactText(text.slice(0, 2 * TEXT_LIMIT))));
}

function shownUrl(url: string): string {
  return shownText(redactUrl(url.slice(0, 2 * TEXT_LIMIT)));
}

function cut(text: string): string {
  return text.length > TEXT_LIMIT ? `${text.slice(0, TEXT_LIMIT)}…` : text;
}

function own(object: StoreObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
