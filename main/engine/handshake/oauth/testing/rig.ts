import type { Exchange } from '../../../model/evidence.ts';
import type { HttpRequest } from '../../../ports.ts';
import { createSender, type Send } from '../../../probe/sender.ts';
import { Secret } from '../../../secrets/secret.ts';
import { ISSUER, MCP_URL } from '../../../testing/exchange-builders.ts';
import { createFakePorts } from '../../../testing/fake-ports.ts';
import type { FakeRoute } from '../../../testing/fake-http.ts';
import { createAttempt, type Attempt, type AttemptOptions } from '../attempt.ts';
import type { ClientIdentity } from '../client-identity.ts';

export const TOKEN_ENDPOINT = `${ISSUER}/token`;
export const REDIRECT = 'http://127.0.0.1:49731/callback';

/** One endpoint that answers, and what it was asked. */
export function createRig(endpoint: string, route: FakeRoute) {
  const { http, clock } = createFakePorts({ routes: { [`POST ${endpoint}`]: route } });
  const session = http.open({ userUrl: MCP_URL, connectTo: [], ca: null });
  const told: Exchange[] = [];
  const { signal } = new AbortController();
  const send: Send = createSender({ session, clock, signal, onExchange: (one) => told.push(one) });
  return { send, clock, told, requests: http.requests };
}

/** The form that a request carries. */
export function formOf({ body }: HttpRequest): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body ?? ''));
}

export function newAttempt(changes: Partial<AttemptOptions> = {}): Promise<Attempt> {
  return createAttempt({
    issuer: ISSUER,
    tokenEndpoint: TOKEN_ENDPOINT,
    resource: MCP_URL,
    redirectUri: REDIRECT,
    clientId: 'made-up client',
    scope: 'mcp:tools',
    prompt: null,
    createdAt: 0,
    ...changes,
  });
}

export function identity(changes: Partial<ClientIdentity> = {}): ClientIdentity {
  return {
    id: 'made-up client',
    from: 'registered',
    secret: null,
    method: 'none',
    management: null,
    ...changes,
  };
}

export const SECRET = new Secret('made+up secret');
