import type { DocumentAttempt, Json, JsonObject } from '../../model/evidence.ts';

const OAUTH_MEMBERS = ['issuer', 'authorization_endpoint', 'token_endpoint'] as const;
const OPTIONAL_URLS = [
  'registration_endpoint',
  'revocation_endpoint',
  'service_documentation',
] as const;
const OPTIONAL_LISTS = [
  'scopes_supported',
  'response_modes_supported',
  'grant_types_supported',
  'token_endpoint_auth_methods_supported',
  'code_challenge_methods_supported',
] as const;
const OIDC_LISTS = ['subject_types_supported', 'id_token_signing_alg_values_supported'] as const;

/**
 * Which member of an authorization server's document a schema-checking client would miss or refuse,
 * or null. Optional members may be left out, but not be null or of another form (AS-20).
 * @param place OpenID documents need their own members as well
 * @see RFC 8414 §2; OpenID Connect Discovery §3; reference-clients 2.1 step 5; AS-09, AS-11, AS-19, AS-20
 */
export function serverMetadataDefect(
  json: JsonObject,
  place: DocumentAttempt['place'],
): string | null {
  const missing = OAUTH_MEMBERS.find((name) => typeof json[name] !== 'string');
  if (missing) return missing;
  const relative = OAUTH_MEMBERS.find((name) => !URL.canParse(json[name] as string));
  if (relative) return relative;
  if (!Array.isArray(json.response_types_supported)) return 'response_types_supported';
  const optional =
    OPTIONAL_URLS.find((name) => json[name] !== undefined && !isUrl(json[name])) ??
    OPTIONAL_LISTS.find((name) => json[name] !== undefined && !Array.isArray(json[name]));
  if (optional) return optional;
  if (!place.startsWith('oidc')) return null;
  if (typeof json.jwks_uri !== 'string') return 'jwks_uri';
  return OIDC_LISTS.find((name) => !Array.isArray(json[name])) ?? null;
}

function isUrl(value: Json | undefined): boolean {
  return typeof value === 'string' && URL.canParse(value);
}

/** Does this answer make a client go on to the next address? 4xx does, and 502 (SDK v2). */
export function sendsOnward(attempt: DocumentAttempt): boolean {
  const { problem } = attempt;
  if (problem === null) return false;
  if (problem.kind === 'status') return problem.status < 500 || problem.status === 502;
  return problem.kind === 'redirect';
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
