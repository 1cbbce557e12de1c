import type { ClientId } from '../../../contract/words.ts';
import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import type { Json, JsonObject } from '../../model/evidence.ts';
import { readDocument } from '../../probe/document.ts';
import { isOwn } from '../sign-in/is-own.ts';
import { tokenOf } from '../sign-in/rounds-of.ts';

/**
 * What the token endpoint answered must be a token answer. The TypeScript SDKs check every member;
 * the Python SDK lets null and a missing token_type pass.
 * @param as whose sign-in it must have been where the answer is about the client
 * @param schema how this client checks
 * @see RFC 6749 §5; reference-clients 2.1 step 12, 2.2, 2.4; F81, F82
 */
export function tokenAnswer(
  as: ClientId,
  schema: 'strict' | 'nulls-pass',
  basis: Basis,
  source: string,
): Rule {
  return {
    step: 'token',
    basis,
    source,
    check: ({ evidence: { signIn } }) => {
      const token = signIn === null ? null : tokenOf(signIn);
      if (token === null || token.outcome.kind === 'failure') return null;
      const { status, body } = token.outcome.response;
      const isRefused = status < 200 || status > 299;
      if (isRefused && ABOUT_CLIENT.test(body) && !isOwn(as, signIn)) return null;
      if (isRefused) return refused(status, errorOf(body));
      const { json } = readDocument({ ...token, outcome: asOk(token.outcome) });
      if (json === null) return malformed('is no JSON object');
      if (typeof json.error === 'string') return malformed(`is the error “${json.error}” with 200`);
      const defect = tokenDefect(json, schema);
      return defect === null ? null : malformed(`has no usable ${defect}`);
    },
  };
}

/** Another client has another id, and may be known. */
const ABOUT_CLIENT = /"(invalid|unauthorized)_client"/;

type Response = Extract<
  Parameters<typeof readDocument>[0]['outcome'],
  { readonly kind: 'response' }
>;

/** 201 is read like 200. */
function asOk(outcome: Response): Response {
  return { ...outcome, response: { ...outcome.response, status: 200 } };
}

function errorOf(body: string): string {
  const match = /"error_description"\s*:\s*"([^"\\]{1,200})"/.exec(body);
  return match?.[1] ?? /"error"\s*:\s*"([^"\\]{1,100})"/.exec(body)?.[1] ?? '';
}

function refused(status: number, said: string): RuleHit {
  const why = `The token endpoint answers ${status}${said === '' ? '' : ` with “${said}”`}, so there is no token.`;
  return { outcome: 'blocked', cause: 'F81', why };
}

function malformed(what: string): RuleHit {
  const why = `The answer of the token endpoint ${what}, and this client refuses it.`;
  return { outcome: 'blocked', cause: 'F82', why };
}

/** The first member that this client cannot use, or null. */
function tokenDefect(json: JsonObject, schema: 'strict' | 'nulls-pass'): string | null {
  const mayBeNull = schema === 'nulls-pass';
  if (!isText(json.access_token)) return 'access_token';
  if (!isText(json.token_type) && !(mayBeNull && json.token_type === undefined))
    return 'token_type';
  const optional = ['scope', 'refresh_token', 'id_token'].find(
    (name) => !isText(json[name]) && !isAbsent(json[name], mayBeNull),
  );
  if (optional) return optional;
  return isSeconds(json.expires_in) ? null : 'expires_in';
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string';
}

function isAbsent(value: Json | undefined, mayBeNull: boolean): boolean {
  return value === undefined || (mayBeNull && value === null);
}

/** Missing, null, a number, or a number as text: all four pass everywhere (OBSERVED). */
function isSeconds(value: Json | undefined): boolean {
  return value === undefined || value === null || Number.isFinite(Number(value));
}
