import type { Exchange, Json, JsonObject } from '../../model/evidence.ts';

/** A JSON-RPC message, as an answer carries it: plain, or as an event of a stream. */
export function rpcMessage({ outcome }: Exchange): JsonObject | null {
  if (outcome.kind === 'failure') return null;
  const { body } = outcome.response;
  const texts = /^\s*[[{]/.test(body)
    ? [body]
    : [...body.matchAll(/^data:(.*)$/gm)].map((one) => one[1]!);
  return texts.map(parsed).find((one) => one?.result !== undefined || one?.error) ?? null;
}

/** The `result` of a JSON-RPC answer, or null where it has none. */
export function rpcResult(exchange: Exchange): JsonObject | null {
  const result = rpcMessage(exchange)?.result;
  return isObject(result) ? result : null;
}

function parsed(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json;
    const message = Array.isArray(value) ? value[0] : value;
    return isObject(message) ? message : null;
  } catch {
    return null;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
