import type { Json, JsonObject } from './message.ts';

/**
 * A JSON object from text that a stranger sent.
 * @returns the object, or null where the text is no JSON or no object
 */
export function parseJsonObject(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** True for an object that is neither null nor an array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
