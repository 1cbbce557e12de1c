import type { Ask, Reply } from './message.ts';
import { newId, type Client, type Code, type Memory } from './memory.ts';
import { redirectMatches } from './redirect-uri.ts';
import { html, redirect } from './reply.ts';
import { SCOPE, type Setup } from './setup.ts';

/** A fault of the request as OAuth names it, or null. */
type Rule = (setup: Setup, query: URLSearchParams) => string | null;

/** In the order in which they are judged; the first that speaks is the answer. */
const RULES: readonly Rule[] = [
  (_, query) => (query.get('response_type') === 'code' ? null : 'unsupported_response_type'),
  (_, query) => (query.get('code_challenge') ? null : 'invalid_request'),
  (setup, query) => (pkceMethods(setup).includes(methodOf(query)) ? null : 'invalid_request'),
  (setup, query) => (goodResource(setup, query.get('resource')) ? null : 'invalid_target'),
];

/**
 * The authorization endpoint (OAuth 2.1 §4.1.1). Nobody is asked: a good request is agreed to at
 * once. Faults of the client or its redirect end on a page, all others on the redirect, with `iss`
 * in both cases (RFC 9207 §2).
 */
export function authorize(setup: Setup, memory: Memory, ask: Ask): Reply {
  const client = memory.clients.get(ask.query.get('client_id') ?? '');
  const redirectUri = ask.query.get('redirect_uri');
  if (client === undefined) return html(400, 'This client is not registered here.');
  if (redirectUri === null || !allows(client, redirectUri)) {
    return html(400, 'This redirect address is not registered for the client.');
  }
  const fault = RULES.map((rule) => rule(setup, ask.query)).find((one) => one !== null);
  const result = fault
    ? { error: fault }
    : { code: issueCode(setup, memory, ask.query, client.id, redirectUri) };
  return redirect(callback(setup, redirectUri, ask.query.get('state'), result));
}

/**
 * Whether tokens may be made for this resource (RFC 8707 §2). Nothing asked is good: older clients
 * never ask. What the resource metadata says is good as well: the patient believes itself. Clients
 * send an origin with its slash, as the URL standard spells it (seen with mcp-remote 0.15.1).
 */
export function goodResource(setup: Setup, resource: string | null): boolean {
  const ours = [setup.names.resource, setup.resourceMetadata.resource];
  return resource === null || ours.some((one) => sameUrl(one, resource));
}

function sameUrl(one: unknown, two: string): boolean {
  if (typeof one !== 'string' || !URL.canParse(one) || !URL.canParse(two)) return one === two;
  return new URL(one).href === new URL(two).href;
}

function allows(client: Client, redirectUri: string): boolean {
  return client.redirectUris.some((registered) => redirectMatches(registered, redirectUri));
}

/** RFC 7636 §4.3: plain where the request names no method. */
function methodOf(query: URLSearchParams): string {
  return query.get('code_challenge_method') ?? 'plain';
}

/** A server that lists no methods still knows S256, as the real ones do. */
function pkceMethods({ serverMetadata }: Setup): readonly unknown[] {
  const listed = serverMetadata.code_challenge_methods_supported;
  return Array.isArray(listed) ? listed : ['S256'];
}

function issueCode(
  setup: Setup,
  memory: Memory,
  query: URLSearchParams,
  clientId: string,
  redirectUri: string,
): string {
  const code = newId('code');
  const grant: Code = {
    clientId,
    redirectUri,
    challenge: query.get('code_challenge') ?? '',
    method: methodOf(query),
    scope: query.get('scope') ?? SCOPE,
    resource: query.get('resource'),
    audience: setup.names.resource,
    family: newId('sign-in'),
  };
  memory.codes.set(code, grant);
  return code;
}

function callback(
  setup: Setup,
  redirectUri: string,
  state: string | null,
  result: Readonly<Record<string, string>>,
): string {
  const url = new URL(redirectUri);
  const all = { ...result, ...(state === null ? {} : { state }), iss: setup.issuer };
  for (const [key, value] of Object.entries(all)) url.searchParams.set(key, value);
  return url.href;
}
