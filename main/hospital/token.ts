import { createHash } from 'node:crypto';
import { asForm } from './as-form.ts';
import type { AuthChanges } from './auth-changes.ts';
import { authenticatedClient } from './client-authentication.ts';
import type { Ask, Reply } from './message.ts';
import { endFamily, type Client, type Code, type Memory } from './memory.ts';
import { refused } from './oauth-reply.ts';
import { parseJsonObject } from './parse-json.ts';
import { goodResource } from './resource-indicator.ts';
import type { Setup } from './setup.ts';
import { issueTokens } from './token-answer.ts';

/** A token request whose client has proved itself. */
interface TokenRequest {
  readonly setup: Setup;
  readonly memory: Memory;
  readonly client: Client;
  readonly form: URLSearchParams;
}

const GRANTS: Readonly<Record<string, (request: TokenRequest) => Reply>> = {
  authorization_code: redeemCode,
  refresh_token: refresh,
};

/**
 * The token endpoint (OAuth 2.1 §3.2): a form in, JSON out, errors as 400 (401 for a client that is
 * not known) in OAuth form, never cached.
 */
export function token(setup: Setup, memory: Memory, ask: Ask): Reply {
  const form = formOf(setup, ask);
  if (form === null) return refused('invalid_request', 'The body is not of the right type.');
  const name = form.get('grant_type');
  if (!name) {
    return setup.auth.emptyTokenReply ?? refused('invalid_request', 'grant_type is missing.');
  }
  const client = authenticatedClient(setup, memory, ask, form);
  if (client === null) return setup.auth.unknownTokenClientReply ?? unknownClient();
  const grant = Object.hasOwn(GRANTS, name) ? GRANTS[name] : undefined;
  const reply = grant?.({ setup, memory, client, form });
  const unknown = setup.auth.unknownGrantReply;
  return reply ?? unknown ?? refused('unsupported_grant_type', 'Not offered here.');
}

function unknownClient(): Reply {
  return refused('invalid_client', 'This client is not known here.', 401);
}

function formOf({ auth }: Setup, { headers, body }: Ask): URLSearchParams | null {
  const type = headers['content-type'] ?? '';
  if (auth.tokenWantsJson !== true) {
    return /^application\/x-www-form-urlencoded\b/i.test(type) ? new URLSearchParams(body) : null;
  }
  const members = /^application\/json\b/i.test(type) ? parseJsonObject(body) : null;
  if (members === null) return null;
  return asForm(members);
}

/** OAuth 2.1 §4.1.3: once, by the client that asked, with its redirect, resource and verifier. */
function redeemCode({ setup, memory, client, form }: TokenRequest): Reply {
  const { auth } = setup;
  const id = form.get('code') ?? '';
  const code = memory.codes.get(id);
  if (auth.codeReply !== undefined) return auth.codeReply;
  if (code === undefined) return replayed(auth, memory, id);
  if (refusesResource(setup, form)) return refused('invalid_target', 'Not ours.');
  if (auth.codesForAnyone !== true && code.clientId !== client.id) return notYours();
  if (!belongsTo(code, form)) return refused('invalid_grant', 'The code was made for others.');
  if (!verifies(auth, code, form.get('code_verifier') ?? '')) {
    return refused('invalid_grant', 'The code verifier does not match.');
  }
  if (auth.codesReusable !== true) {
    memory.codes.delete(id);
    memory.spent.set(id, code.family);
  }
  return issueTokens(setup, memory, code);
}

/** OAuth 2.1 §4.3.1: each refresh token works once and is replaced. */
function refresh({ setup, memory, client, form }: TokenRequest): Reply {
  const { auth } = setup;
  const id = form.get('refresh_token') ?? '';
  if (auth.refreshForgetsClients === true) {
    memory.clients.delete(client.id);
    return unknownClient();
  }
  const grant = memory.refreshTokens.get(id);
  if (grant === undefined) {
    const refusal = replayed(auth, memory, id);
    return auth.deadRefreshReply ?? refusal;
  }
  if (auth.refreshNeedsScope === true && !form.get('scope')) {
    return refused('invalid_request', 'scope is missing.');
  }
  if (refusesResource(setup, form)) return refused('invalid_target', 'Not ours.');
  if (grant.clientId !== client.id) return notYours();
  if (auth.refreshTokens === undefined) {
    memory.refreshTokens.delete(id);
    memory.spent.set(id, grant.family);
  }
  const kept = auth.refreshTokens === 'never-replaced' ? id : undefined;
  const audience = auth.refreshDropsAudience === true ? '' : grant.audience;
  return issueTokens(setup, memory, { ...grant, audience }, kept);
}

function notYours(): Reply {
  return refused('invalid_grant', 'Made for another client.');
}

/** A second use is taken for theft: it ends the tokens of the first (OAuth 2.1 §4.1.3, §4.3.1). */
function replayed(auth: AuthChanges, memory: Memory, id: string): Reply {
  const { replaysForgiven, refreshTokens } = auth;
  const family = replaysForgiven === true ? undefined : memory.spent.get(id);
  if (family !== undefined) {
    const kept = refreshTokens === 'stay-good';
    endFamily(memory, family, kept ? [memory.accessTokens] : undefined);
  }
  return refused('invalid_grant', 'Unknown, used or ended.');
}

function refusesResource(setup: Setup, form: URLSearchParams): boolean {
  const resource = form.get('resource');
  if (setup.auth.tokenRefusesResource === true && resource !== null) return true;
  return !goodResource(setup, resource);
}

function belongsTo(code: Code, form: URLSearchParams): boolean {
  const resource = form.get('resource');
  return (
    code.redirectUri === form.get('redirect_uri') &&
    (resource === null || code.resource === null || code.resource === resource)
  );
}

/** RFC 7636 §4.6. A verifier for a code without challenge is a downgrade (OAuth 2.1 §4.1.3). */
function verifies(
  { verifierUnchecked }: AuthChanges,
  { challenge, method }: Code,
  verifier: string,
): boolean {
  if (verifierUnchecked === true) return true;
  if (verifierUnchecked === 'where missing' && verifier === '') return true;
  if (challenge === '') return verifier === '';
  if (method === 'plain') return verifier !== '' && verifier === challenge;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
