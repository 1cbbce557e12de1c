import { createHash } from 'node:crypto';
import { goodResource } from './authorize.ts';
import type { Ask, Reply } from './message.ts';
import { endFamily, newId, type Code, type Grant, type Memory } from './memory.ts';
import { json } from './reply.ts';
import type { Setup } from './setup.ts';

/** Seconds that an access token lives. */
const LIFETIME = 3600;

type GrantHandler = (setup: Setup, memory: Memory, form: URLSearchParams) => Reply;

const GRANTS: Readonly<Record<string, GrantHandler>> = {
  authorization_code: redeemCode,
  refresh_token: refresh,
};

/**
 * The token endpoint (OAuth 2.1 §3.2): a form in, JSON out, errors as 400 (401 for an unknown
 * client) in OAuth form, never cached.
 */
export function token(setup: Setup, memory: Memory, ask: Ask): Reply {
  if (!/^application\/x-www-form-urlencoded\b/i.test(ask.headers['content-type'] ?? '')) {
    return refused('invalid_request', 'The body must be a form.');
  }
  const form = new URLSearchParams(ask.body);
  if (!memory.clients.has(form.get('client_id') ?? '')) {
    return refused('invalid_client', 'This client is not registered here.', 401);
  }
  const name = form.get('grant_type') ?? '';
  const grant = Object.hasOwn(GRANTS, name) ? GRANTS[name] : undefined;
  return grant?.(setup, memory, form) ?? refused('unsupported_grant_type', 'Not offered here.');
}

/** OAuth 2.1 §4.1.3: once, by the client that asked, with its redirect, resource and verifier. */
function redeemCode(setup: Setup, memory: Memory, form: URLSearchParams): Reply {
  const id = form.get('code') ?? '';
  const code = memory.codes.get(id);
  if (code === undefined) return replayed(memory, id);
  if (!goodResource(setup, form.get('resource'))) return refused('invalid_target', 'Not ours.');
  if (!belongsTo(code, form)) return refused('invalid_grant', 'The code was made for others.');
  if (!verifies(code, form.get('code_verifier') ?? '')) {
    return refused('invalid_grant', 'The code verifier does not match.');
  }
  memory.codes.delete(id);
  memory.spent.set(id, code.family);
  return issue(memory, code);
}

/** OAuth 2.1 §4.3.1: each refresh token works once and is replaced. */
function refresh(setup: Setup, memory: Memory, form: URLSearchParams): Reply {
  const id = form.get('refresh_token') ?? '';
  const grant = memory.refreshTokens.get(id);
  if (grant === undefined) return replayed(memory, id);
  if (!goodResource(setup, form.get('resource'))) return refused('invalid_target', 'Not ours.');
  if (grant.clientId !== form.get('client_id')) return refused('invalid_grant', 'Not yours.');
  memory.refreshTokens.delete(id);
  memory.spent.set(id, grant.family);
  return issue(memory, grant);
}

/** A second use is taken for theft: it ends the tokens of the first (OAuth 2.1 §4.1.3, §4.3.1). */
function replayed(memory: Memory, id: string): Reply {
  const family = memory.spent.get(id);
  if (family !== undefined) endFamily(memory, family);
  return refused('invalid_grant', 'Unknown, used or ended.');
}

function belongsTo(code: Code, form: URLSearchParams): boolean {
  const resource = form.get('resource');
  return (
    code.clientId === form.get('client_id') &&
    code.redirectUri === form.get('redirect_uri') &&
    (resource === null || code.resource === null || code.resource === resource)
  );
}

/** RFC 7636 §4.6. */
function verifies(code: Code, verifier: string): boolean {
  if (code.method === 'plain') return verifier !== '' && verifier === code.challenge;
  return createHash('sha256').update(verifier).digest('base64url') === code.challenge;
}

function issue(memory: Memory, { clientId, scope, audience, family }: Grant): Reply {
  const grant = { clientId, scope, audience, family };
  const accessToken = newId('access');
  const refreshToken = newId('refresh');
  memory.accessTokens.set(accessToken, { ...grant, expiresAt: Date.now() + LIFETIME * 1000 });
  memory.refreshTokens.set(refreshToken, grant);
  return json(
    200,
    {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: LIFETIME,
      refresh_token: refreshToken,
      scope,
    },
    { 'cache-control': 'no-store' },
  );
}

function refused(error: string, description: string, status = 400): Reply {
  return json(status, { error, error_description: description }, { 'cache-control': 'no-store' });
}
