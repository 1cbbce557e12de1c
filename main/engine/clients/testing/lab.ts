/**
 * The mutation lab of 2026-11-23 as evidence: one MCP server, one authorization server on another
 * origin, and in each case one thing that is broken. What was recorded is told by its facts.
 */
import type {
  DocumentAttempt,
  Exchange,
  JsonObject,
  TargetEvidence,
} from '../../model/evidence.ts';
import type { RegistrationAttempt } from '../../model/registration-evidence.ts';
import type { SignInEvidence } from '../../model/sign-in-evidence.ts';
import type { Headers, HttpOutcome } from '../../ports.ts';
import {
  authorizationServer,
  healthyEvidence,
  mcpOrigin,
  missing,
  resourceDocument,
  serverDocument,
  type Changes,
} from '../../testing/evidence-builders.ts';
import {
  bearer,
  contacts,
  exchange,
  ISSUER,
  MCP_URL,
  OPEN,
  type Answer,
} from '../../testing/exchange-builders.ts';
import { answerJson } from '../../testing/fake-answers.ts';

/** What a client did: it worked, worked by a guess, or failed. */
export type LabOutcome = 'ok' | 'ok*' | 'fails';

/** A fault and what SDK 1.32.2, client 2.4.0 and mcp 2.3.0 did; the last two where they differ. */
export type LabRow = readonly [
  fault: string,
  evidence: TargetEvidence,
  first: LabOutcome,
  second?: LabOutcome,
  python?: LabOutcome,
];

/** Well-known addresses at which nothing lies. */
export const NOWHERE = [missing('path'), missing('root')];

/** The first request is answered like this, and nothing else is wrong. */
export function first(post: Answer, header: string | null = bearer()): TargetEvidence {
  return healthyEvidence({ first: contacts({ post, header }) });
}

/** Resource metadata lies at these addresses, with this challenge before it. */
export function documents(
  resourceMetadata: readonly DocumentAttempt[],
  header: string | null = bearer(),
): TargetEvidence {
  return healthyEvidence({ first: contacts({ header }), resourceMetadata });
}

/** The authorization server answers like this at its addresses. */
export function server(...attempts: readonly DocumentAttempt[]): TargetEvidence {
  return healthyEvidence({
    authorizationServers: [mcpOrigin(), authorizationServer(ISSUER, attempts)],
  });
}

/**
 * Nothing at the addresses of a server, while /authorize of its origin answers.
 * @param issuer as the resource metadata names it
 */
export function guessing(issuer: string, attempts: readonly DocumentAttempt[]): TargetEvidence {
  return {
    ...withIssuer(issuer),
    authorizationServers: [
      mcpOrigin(),
      authorizationServer(issuer, attempts, { guessed: 302 }),
      authorizationServer(ISSUER, serverDocument(), { index: 1 }),
    ],
  };
}

/** The resource metadata names one spelling, the server metadata another. */
export function issuers(named: string, issuer: string): TargetEvidence {
  return {
    ...withIssuer(named),
    authorizationServers: [mcpOrigin(), authorizationServer(named, serverDocument({ issuer }))],
  };
}

function withIssuer(named: string): TargetEvidence {
  const json = resourceDocument({ authorization_servers: [named, ISSUER] });
  const resourceMetadata = healthyEvidence().resourceMetadata!.map((one) => ({ ...one, json }));
  return healthyEvidence({ resourceMetadata });
}

/** A registration that was answered like this; the body is that of a public client. */
export function registered(
  answer: HttpOutcome,
  changes: Partial<TargetEvidence> = {},
): TargetEvidence {
  return { ...healthyEvidence(changes), registration: registrationOf(ISSUER, answer) };
}

/** The evidence of one registration, sent as every client that has an app sends it. */
export function registrationOf(
  issuer: string,
  answer: HttpOutcome,
): TargetEvidence['registration'] {
  const attempts = (['claude-code', 'mcp-remote', 'ts-sdk', 'python-sdk'] as const).map((as) =>
    attemptOf(as, issuer, answer),
  );
  return { issuer, attempts, authorize: [] };
}

function attemptOf(
  as: RegistrationAttempt['as'],
  issuer: string,
  answer: HttpOutcome,
): RegistrationAttempt {
  const json = jsonOf(answer);
  return {
    as,
    variant: 'as the client sends it',
    sent: {
      client_name: 'A client',
      redirect_uris: ['http://localhost:3118/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    exchange: asked('client registration', 'registration', `${issuer}/register`, answer),
    json,
    clientId: typeof json?.client_id === 'string' ? json.client_id : null,
    removal: null,
  };
}

/** What a healthy server answers to a registration; `undefined` takes a member out. */
export function registrationAnswer(changes: Changes = {}): JsonObject {
  const kept = Object.entries({
    client_id: 'cid-1',
    client_id_issued_at: 1_795_000_000,
    redirect_uris: ['http://localhost:3118/callback'],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    ...changes,
  }).filter((pair) => pair[1] !== undefined);
  return Object.fromEntries(kept) as JsonObject;
}

/** A token answer as it should be, with changes. */
export function tokenAnswerOf(changes: Changes = {}): HttpOutcome {
  return answerJson({
    access_token: 'at-1',
    token_type: 'Bearer',
    expires_in: 3600,
    refresh_token: 'rt-1',
    ...changes,
  });
}

/** A sign-in in which one thing is different; the rest goes well. */
export function signedIn(
  parts: {
    readonly callback?: Headers;
    readonly token?: HttpOutcome;
    readonly call?: HttpOutcome;
    readonly issuer?: string;
  } = {},
): SignInEvidence {
  const { callback = [], token = tokenAnswerOf(), call = OPEN, issuer = ISSUER } = parts;
  const isError = callback.some(([name]) => name === 'error');
  const code: Headers = isError ? [] : [['code', 'c1']];
  return {
    as: 'claude-code',
    state: 's1',
    callback: [...code, ['state', 's1'], ...callback],
    token: isError ? null : asked('token request', 'token', `${issuer}/token`, token),
    call: isError ? null : asked('first call with a token', 'call', MCP_URL, call),
    list: null,
    trace: null,
  };
}

function asked(
  purpose: Exchange['purpose'],
  step: Exchange['step'],
  url: string,
  answer: HttpOutcome,
): Exchange {
  return exchange({ id: step, purpose, step, url, answer });
}

function jsonOf(answer: HttpOutcome): JsonObject | null {
  if (answer.kind === 'failure') return null;
  try {
    const value: unknown = JSON.parse(answer.response.body);
    return typeof value === 'object' && value !== null ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}
