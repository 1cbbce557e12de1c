import { isUrl } from '../../main/contract/is-url.ts';
import { createHash, randomBytes } from 'node:crypto';
import { SDK_POLICY } from '../../main/engine/clients/policies/sdk-policy.ts';
import { replayDiscovery, statusOf, type Replay } from '../../main/engine/clients/replay/replay.ts';
import type { Exchange, TargetEvidence } from '../../main/engine/model/evidence.ts';
import type { SignInEvidence } from '../../main/engine/model/sign-in-evidence.ts';
import type { HttpRequest } from '../../main/engine/ports.ts';
import {
  eventStreamRequest,
  initializeRequest,
  mcpRequest,
} from '../../main/engine/probe/requests.ts';
import { followSignIn } from './follow-sign-in.ts';

const REDIRECT = 'http://localhost:53280/callback';
const BODY = {
  client_name: 'Claude Code (judge)',
  redirect_uris: [REDIRECT],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
  application_type: 'native',
};

/**
 * Signs in to a broken server of the hospital, whose pages agree by themselves, and records what
 * came back. For the oracle and its tests alone: it keeps nothing and checks nothing.
 * @returns null where the metadata leads to no sign-in
 */
export async function signInTo(evidence: TargetEvidence): Promise<SignInEvidence | null> {
  const found = replayDiscovery(evidence, SDK_POLICY);
  const endpoints = endpointsOf(found?.metadata?.json ?? null, found?.issuer ?? null);
  if (found === null || found.isOpen || endpoints === null) return null;
  const clientId = await register(endpoints.registration);
  if (clientId === null) return null;
  const verifier = randomBytes(32).toString('base64url');
  const resource = found.resource?.json?.resource;
  const more = {
    clientId,
    verifier,
    scope: scopeOf(found),
    resource: typeof resource === 'string' ? resource : null,
  };
  const back = await followSignIn(authorizeUrl(endpoints.authorization, more));
  if (back === null) return { ...NOTHING, callback: null };
  const parameters = new URL(back).searchParams;
  const callback = [...parameters.entries()] as const;
  const code = parameters.get('code');
  if (code === null) return { ...NOTHING, callback };
  const token = await redeem(endpoints.token, code, more);
  const call = await callWith(
    token,
    found.contact.request.method === 'GET' ? STREAM : FIRST,
    found.url,
  );
  const isAnswered =
    call !== null && statusOf(call) === 200 && found.contact.request.method === 'POST';
  const list = isAnswered ? await callWith(token, LIST, found.url) : null;
  return { ...NOTHING, callback, token, call, list };
}

/** As long as those of the clients, and of the characters that they use. */
const STATE = 'judge-0123456789-abcdefghijklmnopqrstuvwxyz';
const NOTHING = {
  as: 'claude-code',
  state: STATE,
  token: null,
  call: null,
  list: null,
  trace: null,
} as const;
const FIRST = initializeRequest;
const STREAM = eventStreamRequest;
const LIST = (url: string) => mcpRequest(url, 'tools/list', {});

/** As clients choose it: that of the challenge, else all that the resource metadata lists. */
function scopeOf({ challenge, resource }: Replay): string | null {
  const asked = /scope="([^"]+)"/.exec(challenge ?? '')?.[1];
  const listed = resource?.json?.scopes_supported;
  return asked ?? (Array.isArray(listed) && listed.length > 0 ? listed.join(' ') : null);
}

interface Endpoints {
  readonly authorization: string;
  readonly token: string;
  readonly registration: string;
}

/** From the metadata, or guessed at the origin as the SDKs do (AS-27). */
function endpointsOf(
  json: Record<string, unknown> | null,
  issuer: string | null,
): Endpoints | null {
  if (issuer === null || !isUrl(issuer)) return null;
  const { origin } = new URL(issuer);
  const at = (member: string, guess: string) => {
    const url = json === null ? origin + guess : json[member];
    return typeof url === 'string' && isUrl(url) ? url : null;
  };
  const authorization = at('authorization_endpoint', '/authorize');
  const token = at('token_endpoint', '/token');
  const registration = at('registration_endpoint', '/register');
  return authorization && token && registration ? { authorization, token, registration } : null;
}

async function register(url: string): Promise<string | null> {
  const body = JSON.stringify(BODY);
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => null);
  const json = (await answer?.json().catch(() => null)) as { client_id?: unknown } | null;
  return typeof json?.client_id === 'string' ? json.client_id : null;
}

interface Attempt {
  readonly clientId: string;
  readonly verifier: string;
  readonly scope: string | null;
  readonly resource: string | null;
}

function authorizeUrl(endpoint: string, { clientId, verifier, scope, resource }: Attempt): string {
  const url = new URL(endpoint);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: REDIRECT,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: STATE,
    ...(scope === null ? {} : { scope }),
    ...(resource === null ? {} : { resource }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

function redeem(url: string, code: string, { clientId, verifier, resource }: Attempt) {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    client_id: clientId,
    redirect_uri: REDIRECT,
    code_verifier: verifier,
    ...(resource === null ? {} : { resource }),
  });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = form.toString();
  return recorded('token', 'token request', { method: 'POST', url, headers, body });
}

type Ask = (url: string) => HttpRequest;

async function callWith(token: Exchange, ask: Ask, url: string): Promise<Exchange | null> {
  if (token.outcome.kind === 'failure') return null;
  const access = /"access_token"\s*:\s*"([^"]+)"/.exec(token.outcome.response.body)?.[1];
  if (access === undefined) return null;
  const { method, headers, body } = ask(url);
  const all = { ...Object.fromEntries(headers), authorization: `Bearer ${access}` };
  return recorded('call', 'first call with a token', { method, url, headers: all, body });
}

interface Sent {
  readonly method: HttpRequest['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

async function recorded(
  step: 'token' | 'call',
  purpose: Exchange['purpose'],
  { method, url, headers, body }: Sent,
): Promise<Exchange> {
  const answer = await fetch(url, { method, headers, body, redirect: 'manual' });
  const isStream = (answer.headers.get('content-type') ?? '').startsWith('text/event-stream');
  if (isStream) await answer.body?.cancel();
  const text = isStream ? '' : await answer.text();
  const given = [...answer.headers.entries()] as const;
  return {
    id: step,
    step,
    purpose,
    startedAt: 0,
    durationMs: 0,
    request: { method, url, headers: [], body: null },
    outcome: {
      kind: 'response',
      response: { status: answer.status, headers: given, body: text, truncated: false },
    },
  };
}
