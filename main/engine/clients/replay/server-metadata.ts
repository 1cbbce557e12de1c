import { isUrl } from '../../../contract/is-url.ts';
import type { DiscoveryPolicy, DocumentSchema } from '../../model/client.ts';
import type { DocumentAttempt, Json, JsonObject } from '../../model/evidence.ts';

const OAUTH_MEMBERS = ['issuer', 'authorization_endpoint', 'token_endpoint'] as const;
/** Optional members that clients check where they are there (AS-20). */
export const OPTIONAL_URLS = [
  'registration_endpoint',
  'revocation_endpoint',
  'service_documentation',
] as const;
export const OPTIONAL_LISTS = [
  'scopes_supported',
  'response_modes_supported',
  'grant_types_supported',
  'token_endpoint_auth_methods_supported',
  'code_challenge_methods_supported',
] as const;
const OIDC_LISTS = ['subject_types_supported', 'id_token_signing_alg_values_supported'] as const;

/**
 * Which member of an authorization server's document a schema-checking client would miss or refuse,
 * or null.
 * @param place OpenID documents need their own members as well, for the TypeScript SDKs
 * @param schema how the client checks; without it, as the TypeScript SDKs do
 * @see RFC 8414 §2; OpenID Connect Discovery §3; reference-clients 2.1 step 5, 2.2; AS-09, AS-11, AS-19, AS-20
 */
export function serverMetadataDefect(
  json: JsonObject,
  place: DocumentAttempt['place'],
  schema: DocumentSchema = 'strict',
): string | null {
  return DEFECTS[schema](json, place);
}

type Defect = (json: JsonObject, place: DocumentAttempt['place']) => string | null;

const DEFECTS: Record<DocumentSchema, Defect> = {
  strict: strictDefect,
  'nulls-pass': (json) => requiredDefect(json) ?? optionalDefect(json, isNullish),
  // VS Code wants an issuer, and addresses that are addresses where there are any.
  loose: (json) =>
    (isFalsy(json.issuer) ? 'issuer' : null) ??
    URLS.find((name) => !isFalsy(json[name]) && !isUrlText(json[name])) ??
    null,
};
const URLS = [...OAUTH_MEMBERS, ...OPTIONAL_URLS] as const;

/** Optional members may be left out, but not be null or of another form (AS-20). */
function strictDefect(json: JsonObject, place: DocumentAttempt['place']): string | null {
  const required = requiredDefect(json);
  if (required) return required;
  if (!Array.isArray(json.response_types_supported)) return 'response_types_supported';
  const optional = optionalDefect(json, isAbsent);
  if (optional) return optional;
  if (!place.startsWith('oidc')) return null;
  if (typeof json.jwks_uri !== 'string') return 'jwks_uri';
  return OIDC_LISTS.find((name) => !Array.isArray(json[name])) ?? null;
}

function requiredDefect(json: JsonObject): string | null {
  return OAUTH_MEMBERS.find((name) => !isUrlText(json[name])) ?? null;
}

function optionalDefect(json: JsonObject, passes: (value: Json | undefined) => boolean) {
  return (
    OPTIONAL_URLS.find((name) => !passes(json[name]) && !isUrlText(json[name])) ??
    OPTIONAL_LISTS.find((name) => !passes(json[name]) && !Array.isArray(json[name])) ??
    null
  );
}

function isAbsent(value: Json | undefined): boolean {
  return value === undefined;
}

function isNullish(value: Json | undefined): boolean {
  return value === undefined || value === null;
}

function isFalsy(value: Json | undefined): boolean {
  return isNullish(value) || value === '';
}

/** The SDKs refuse addresses of schemes that run or carry something (seen with Claude Code 2.1.330). */
const UNSAFE: readonly string[] = ['javascript:', 'data:', 'vbscript:'];

function isUrlText(value: Json | undefined): boolean {
  if (typeof value !== 'string' || !isUrl(value)) return false;
  return !UNSAFE.includes(new URL(value).protocol);
}

/**
 * Does this answer make a client go on to the next address? 4xx does everywhere, 5xx for some.
 * @param serverError what this client does with 5xx; without it, as the TypeScript SDK 2 does
 */
export function sendsOnward(
  attempt: DocumentAttempt,
  serverError: DiscoveryPolicy['serverError'] = 'stop-but-502',
): boolean {
  const { problem } = attempt;
  if (problem === null) return false;
  if (problem.kind !== 'status') return problem.kind === 'redirect';
  if (problem.status < 500 || serverError === 'next') return true;
  return serverError === 'stop-but-502' && problem.status === 502;
}

/** The members of `code_challenge_methods_supported`, or null where the list is missing (AS-13). */
export function challengeMethods(json: JsonObject): readonly string[] | null {
  const list = json.code_challenge_methods_supported;
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : null;
}

/** How a client without an id of its own can get one, from metadata alone (AS-17). */
export function registrationWays(json: JsonObject): {
  readonly dynamic: boolean;
  readonly documents: boolean;
  readonly publicClients: boolean;
} {
  const methods = json.token_endpoint_auth_methods_supported;
  return {
    dynamic: typeof json.registration_endpoint === 'string',
    documents: json.client_id_metadata_document_supported === true,
    publicClients: Array.isArray(methods) && methods.includes('none'),
  };
}
