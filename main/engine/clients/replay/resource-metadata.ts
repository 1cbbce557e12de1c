import type { DocumentAttempt, Json, JsonObject } from '../../model/evidence.ts';

/**
 * Why a document is no protected resource metadata for a client that checks it by schema, or null.
 * `authorization_servers` may be missing (the TypeScript SDK then takes the MCP origin), but not be
 * of another form.
 * @returns the name of the first member that is wrong
 * @see RFC 9728 §2; reference-clients 2.1 step 3; PR-07, PR-13, PR-16
 */
export function resourceMetadataDefect(json: JsonObject): string | null {
  if (!isUrl(json.resource)) return 'resource';
  if (!absentOrAll(json.authorization_servers, isHttpUrl)) return 'authorization_servers';
  if (!absentOrAll(json.scopes_supported, isText)) return 'scopes_supported';
  return null;
}

/** Does the attempt hold a document that a client can use? */
export function isUsableResourceMetadata(attempt: DocumentAttempt): boolean {
  return attempt.json !== null && resourceMetadataDefect(attempt.json) === null;
}

/** Does a document look like authorization server metadata (F23)? */
export function looksLikeServerMetadata(json: JsonObject): boolean {
  return isText(json.issuer) || isText(json.token_endpoint) || isText(json.authorization_endpoint);
}

function absentOrAll(value: Json | undefined, test: (one: Json) => boolean): boolean {
  return value === undefined || (Array.isArray(value) && value.every(test));
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string';
}

function isUrl(value: Json | undefined): boolean {
  return typeof value === 'string' && URL.canParse(value);
}

/** PR-14: an identifier of another scheme leads nowhere. */
function isHttpUrl(value: Json | undefined): boolean {
  return isUrl(value) && /^https?:$/.test(new URL(value as string).protocol);
}
