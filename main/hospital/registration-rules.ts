import type { AuthChanges, RedirectKind } from './auth-changes.ts';
import type { Json, JsonObject } from './message.ts';
import { redirectKind } from './redirect-uri.ts';

/** A refusal of RFC 7591 §3.2.2: its code, and what it is about. */
export type RegistrationFault = readonly [error: string, description: string];

type Rule = (auth: AuthChanges, body: JsonObject) => RegistrationFault | null;

/** In the order in which they are judged; the first that speaks is the answer. */
const RULES: readonly Rule[] = [
  (auth, body) => redirectFault(auth, body.redirect_uris),
  (auth, body) => {
    const odd = Object.keys(body).find((key) => !MEMBERS.has(key));
    if (auth.refusesUnknownMembers !== true || odd === undefined) return null;
    return ['invalid_client_metadata', `Unknown member: ${odd}.`];
  },
  (auth, { scope }) =>
    auth.refusesScope === true && scope !== undefined
      ? ['invalid_client_metadata', 'A client may not ask for a scope when it registers.']
      : null,
];

/** Members of RFC 7591 §2, and application_type of OpenID Connect (SEP-837). */
const MEMBERS = new Set([
  'redirect_uris',
  'token_endpoint_auth_method',
  'grant_types',
  'response_types',
  'client_name',
  'client_uri',
  'logo_uri',
  'scope',
  'contacts',
  'tos_uri',
  'policy_uri',
  'jwks_uri',
  'jwks',
  'software_id',
  'software_version',
  'software_statement',
  'application_type',
]);

const HEALTHY_KINDS: readonly RedirectKind[] = ['https', 'loopback', 'private-use'];

/** What is wrong with a registration, or null. */
export function registrationFault(auth: AuthChanges, body: JsonObject): RegistrationFault | null {
  return RULES.map((rule) => rule(auth, body)).find((fault) => fault !== null) ?? null;
}

/** The redirect URIs of a body without fault. */
export function redirectsIn({ redirect_uris: list }: JsonObject): readonly string[] {
  return isList(list) ? list.filter((one) => typeof one === 'string') : [];
}

function redirectFault(auth: AuthChanges, list: Json | undefined): RegistrationFault | null {
  if (!isList(list) || list.length === 0) {
    return ['invalid_redirect_uri', 'redirect_uris is not a list with something in it.'];
  }
  const bad = list.find((one) => !isRegistrable(auth, one));
  return bad === undefined ? null : ['invalid_redirect_uri', `${text(bad)} is not allowed here.`];
}

function isRegistrable(auth: AuthChanges, value: Json): boolean {
  if (typeof value !== 'string' || auth.refusedRedirects?.includes(value) === true) return false;
  const kind = redirectKind(value);
  return kind !== null && (auth.redirectKinds ?? HEALTHY_KINDS).includes(kind);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function text(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
