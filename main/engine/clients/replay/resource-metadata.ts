import { isUrl } from '../../../contract/is-url.ts';
import type { DocumentSchema } from '../../model/client.ts';
import type { DocumentAttempt, Json, JsonObject } from '../../model/evidence.ts';

/**
 * Why a document is no protected resource metadata for a client that checks it by schema, or null.
 * `authorization_servers` may be missing (the TypeScript SDK then takes the MCP origin), but not be
 * of another form; the Python SDK wants one and lets null pass; VS Code reads what it needs.
 * @param schema how the client checks; without it, as the TypeScript SDKs do
 * @returns the name of the first member that is wrong
 * @see RFC 9728 §2; reference-clients 2.1 step 3, 2.2; PR-07, PR-13, PR-16
 */
export function resourceMetadataDefect(
  json: JsonObject,
  schema: DocumentSchema = 'strict',
): string | null {
  if (!isUrlText(json.resource)) return 'resource';
  const { authorization_servers: servers, scopes_supported: scopes } = json;
  if (!SERVERS[schema](servers)) return 'authorization_servers';
  const nullPasses = schema === 'nulls-pass' && scopes === null;
  return nullPasses || absentOrAll(scopes, isText) ? null : 'scopes_supported';
}

const SERVERS: Record<DocumentSchema, (servers: Json | undefined) => boolean> = {
  strict: (servers) => absentOrAll(servers, isHttpUrl),
  'nulls-pass': (servers) =>
    Array.isArray(servers) && servers.length > 0 && servers.every(isHttpUrl),
  loose: () => true,
};

/** Does the attempt hold a document that a schema-checking client can use? */
export function isUsableResourceMetadata(attempt: DocumentAttempt): boolean {
  return isUsableFor('strict', attempt);
}

/** Does it hold one that a client with this schema can use? */
export function isUsableFor(schema: DocumentSchema, { json }: DocumentAttempt): boolean {
  return json !== null && resourceMetadataDefect(json, schema) === null;
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

function isUrlText(value: Json | undefined): boolean {
  return typeof value === 'string' && isUrl(value);
}

/** PR-14: an identifier of another scheme leads nowhere. */
function isHttpUrl(value: Json | undefined): boolean {
  return isUrlText(value) && /^https?:$/.test(new URL(value as string).protocol);
}
