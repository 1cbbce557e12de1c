import type { Json, JsonObject } from '../../model/evidence.ts';
import type { TokenFacts } from '../../model/sign-in-evidence.ts';
import { textOf } from './text-of.ts';

/** Claims that are about the token and not about who holds it. Only their values are kept. */
const ABOUT_THE_TOKEN: readonly string[] = [
  ...['iss', 'aud', 'exp', 'nbf', 'iat', 'jti', 'scope', 'scp', 'client_id', 'azp', 'appid', 'cid'],
  ...['typ', 'ver', 'token_use', 'acr', 'amr', 'auth_time', 'gty', 'resource', 'cnf'],
  ...['alg', 'kid', 'cty', 'crit', 'jku', 'x5t', 'x5t#S256'],
];
/** Claims that name or describe a person (OpenID Connect Core §5.1, and what providers add). */
const ABOUT_A_PERSON =
  /^(?:sub|act|may_act|oid|uid|upn|sid|login|picture|profile|website|gender|birthdate|zoneinfo|locale|address|ipaddr)$|name|mail|phone|user|person|employee|contact/i;
/** What stands for a value that may say anything. */
const HIDDEN = '…';
/** Longer tokens are passed on, not looked into. */
const LIMIT = 32 * 1024;

/**
 * What a token answer says of its tokens. A JWT is decoded here and sent nowhere; nothing is
 * verified, for the token is meant for the MCP server and not for us.
 * @param json the answer of the token endpoint; members of another form count as missing
 * @see RFC 6749 §5.1, RFC 9068 §2; TK-03 to TK-06, TK-16
 */
export function tokenFacts(json: JsonObject): TokenFacts {
  const jwt = decodeJwt(textOf(json.access_token) ?? '');
  return {
    form: jwt === null ? 'opaque' : 'jwt',
    header: jwt && impersonal(jwt.header),
    claims: jwt && impersonal(jwt.claims),
    type: textOf(json.token_type),
    expiresIn: secondsOf(json.expires_in),
    scope: textOf(json.scope),
    hasRefresh: textOf(json.refresh_token) !== null,
    hasId: textOf(json.id_token) !== null,
  };
}

/** A number, or a text that is one: clients take both (TK-05). */
function secondsOf(value: Json | undefined): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

function decodeJwt(token: string): { header: JsonObject; claims: JsonObject } | null {
  const parts = token.split('.');
  if (parts.length !== 3 || token.length > LIMIT) return null;
  const [header, claims] = [decodePart(parts[0]!), decodePart(parts[1]!)];
  return header === null || claims === null ? null : { header, claims };
}

function decodePart(part: string): JsonObject | null {
  if (!/^[\w-]+$/.test(part)) return null;
  try {
    const binary = atob(part.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(binary, (one) => one.charCodeAt(0));
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** SECURITY: F9, H3. Who it is goes; what we do not know keeps its name and loses its value. */
function impersonal(json: JsonObject): JsonObject {
  const kept = Object.entries(json).filter(([name]) => !isAboutAPerson(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, ABOUT_THE_TOKEN.includes(name) ? flat(value) : HIDDEN]),
  );
}

function isAboutAPerson(name: string): boolean {
  return ABOUT_A_PERSON.test(name) && !ABOUT_THE_TOKEN.includes(name);
}

/** Texts, numbers and lists of them; a claim of another form may hold anything. */
function flat(value: Json): Json {
  if (!Array.isArray(value)) return value !== null && typeof value === 'object' ? HIDDEN : value;
  return value.map((one) => (one !== null && typeof one === 'object' ? HIDDEN : one));
}
