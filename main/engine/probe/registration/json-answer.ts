import type { Exchange, Json, JsonObject } from '../../model/evidence.ts';

/** Longest answer that is read as JSON; nothing an authorization server says is longer (D20). */
const LIMIT = 64 * 1024;

/** The JSON object that an exchange was answered with, whatever the status, or null. */
export function jsonAnswer({ outcome }: Exchange): JsonObject | null {
  if (outcome.kind === 'failure' || outcome.response.truncated) return null;
  const text = outcome.response.body;
  if (text.length > LIMIT) return null;
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
