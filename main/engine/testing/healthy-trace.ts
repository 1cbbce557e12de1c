/** A traced sign-in with which nothing is wrong, and one call for each way to break it. */
import type { Exchange } from '../model/evidence.ts';
import type { NavigationEndingKind } from '../model/navigation-ending.ts';
import type { NavigationEvent } from '../model/navigation-event.ts';
import type {
  RefreshTrial,
  SignInCheck,
  SignInEvidence,
  SignInRound,
  SignInTrace,
  TokenFacts,
} from '../model/sign-in-evidence.ts';
import type { HttpOutcome } from '../ports.ts';
import { exchange, ISSUER, MCP_URL, OPEN, type Answer } from './exchange-builders.ts';
import { answerJson, answerText } from './fake-answers.ts';

const REDIRECT = 'http://localhost:3118/callback';
const AUTHORIZE = `${ISSUER}/authorize?client_id=cid-1&state=%5Bstate+1%5D`;
const NO_STORE = [['Cache-Control', 'no-store']] as const;

/** What a healthy token endpoint answers; `undefined` takes a member out. */
export function tokenAnswer(changes: Readonly<Record<string, unknown>> = {}): HttpOutcome {
  const json = {
    access_token: '[access token 1]',
    token_type: 'Bearer',
    expires_in: 3600,
    refresh_token: '[refresh token 1]',
    scope: 'mcp:tools',
    ...changes,
  };
  return answerJson(json, 200, NO_STORE);
}

/** An error in OAuth form (RFC 6749 §5.2). */
export function oauthError(error: string, status = 400, description?: string): HttpOutcome {
  return answerJson({ error, error_description: description }, status, NO_STORE);
}

/** A request to the token endpoint of a traced sign-in. */
export function tokenRequest(answer: Answer, changes: Partial<Exchange> = {}): Exchange {
  const id = 'token request';
  return {
    ...exchange({ id, step: 'token', purpose: 'token request', url: `${ISSUER}/token`, answer }),
    ...changes,
  };
}

/** A call of the MCP server with a token. */
export function call(answer: Answer, id = 'call'): Exchange {
  return exchange({ id, step: 'call', purpose: 'first call with a token', answer });
}

/** What the healthy access token says of itself. */
export function tokenFacts(changes: Partial<TokenFacts> = {}): TokenFacts {
  return {
    form: 'jwt',
    header: { alg: 'RS256', typ: 'at+jwt' },
    claims: { iss: ISSUER, aud: MCP_URL, scope: 'mcp:tools' },
    type: 'Bearer',
    expiresIn: 3600,
    scope: 'mcp:tools',
    hasRefresh: true,
    hasId: false,
    ...changes,
  };
}

/** A page at rest on which its user has something to do. */
export function page(changes: Partial<Extract<NavigationEvent, { kind: 'rest' }>> = {}) {
  const has = { password: true, form: true, button: true, frame: false };
  const rest = { isEmpty: false, title: 'Sign in', says: '', has };
  return { at: 400, kind: 'rest', url: `${ISSUER}/authorize`, ...rest, ...changes } as const;
}

const EVENTS: readonly NavigationEvent[] = [
  {
    at: 0,
    kind: 'request',
    url: AUTHORIZE,
    method: 'GET',
    frame: 'top',
    redirectedBy: null,
    by: 'us',
  },
  { at: 100, kind: 'response', url: AUTHORIZE, status: 200, frame: 'top', headers: [] },
  { at: 120, kind: 'commit', url: AUTHORIZE, frame: 'top' },
  page(),
  {
    at: 2000,
    kind: 'callback',
    url: `${REDIRECT}?code=%5Bcode+1%5D&state=%5Bstate+1%5D`,
    method: 'GET',
    frame: 'top',
    body: null,
    by: 'redirect',
    status: 302,
  },
];

/** One round in which all goes well, and what is different about this one. */
export function healthyRound(changes: Partial<SignInRound> = {}): SignInRound {
  return {
    number: 1,
    because: 'the first request',
    idFrom: 'registered',
    registration: null,
    clientId: 'cid-1',
    issuer: ISSUER,
    redirectUri: REDIRECT,
    resource: MCP_URL,
    scope: 'mcp:tools',
    state: '[state 1]',
    authorizeUrl: AUTHORIZE,
    events: EVENTS,
    ending: { kind: 'callback', at: REDIRECT, says: 'It came back with a code.', events: [4] },
    callback: [
      ['code', '[code 1]'],
      ['state', '[state 1]'],
    ],
    callbackMethod: 'GET',
    token: tokenRequest(tokenAnswer()),
    tokens: tokenFacts(),
    strict: [],
    legacyCall: call(OPEN, 'legacy call'),
    modernCall: call(OPEN, 'modern call'),
    list: call(OPEN, 'list'),
    startedAt: 0,
    durationMs: 2500,
    ...changes,
  };
}

/** A round that ends at the sign-in page: nothing behind it was seen. */
export function endedRound(
  kind: NavigationEndingKind,
  changes: Partial<SignInRound> = {},
): SignInRound {
  return healthyRound({
    ending: { kind, at: `${ISSUER}/authorize`, says: `It ended by ${kind}.`, events: [0, 1] },
    events: EVENTS.slice(0, 3),
    callback: null,
    callbackMethod: null,
    ...NO_TOKEN,
    ...changes,
  });
}

/** Nothing behind the callback. */
export const NO_TOKEN = {
  token: null,
  tokens: null,
  legacyCall: null,
  modernCall: null,
  list: null,
} as const;

/** A refresh as it should be. */
export function healthyRefresh(changes: Partial<RefreshTrial> = {}): RefreshTrial {
  const renewed = { access_token: '[access token 2]', refresh_token: '[refresh token 2]' };
  return {
    exchange: tokenRequest(tokenAnswer(renewed), { id: 'refresh', step: 'refresh' }),
    tokens: tokenFacts(),
    rotation: 'new',
    withScope: null,
    call: call(OPEN, 'call after refresh'),
    oldAgain: tokenRequest(oauthError('invalid_grant'), { id: 'old refresh token' }),
    unknown: tokenRequest(oauthError('invalid_grant'), { id: 'unknown refresh token' }),
    ...changes,
  };
}

/** Every request that must be refused, refused. */
export function healthyChecks(
  changes: Partial<Record<SignInCheck, Exchange>> = {},
): Partial<Record<SignInCheck, Exchange>> {
  const refused = (id: string, error: string, status = 400) =>
    tokenRequest(oauthError(error, status), { id });
  return {
    'code again': refused('code again', 'invalid_grant'),
    'wrong verifier': refused('wrong verifier', 'invalid_grant'),
    'no verifier': refused('no verifier', 'invalid_grant'),
    'other client': refused('other client', 'invalid_grant'),
    'token after code again': call(401, 'token after code again'),
    'token in the query': call(401, 'token in the query'),
    'session without token': call(401, 'session without token'),
    'id token': call(401, 'id token'),
    'broken signature': call(401, 'broken signature'),
    'unsigned copy': call(401, 'unsigned copy'),
    'expired token': call(401, 'expired token'),
    'unknown grant': refused('unknown grant', 'unsupported_grant_type'),
    'unknown client': refused('unknown client', 'invalid_client', 401),
    ...changes,
  };
}

/**
 * A whole sign-in as Claude Code in which all goes well: a page, a code, a token, both eras, the
 * list of tools, a refresh, a revocation, a second client that is asked, and every check refused.
 * @param changes what is different; the last of its rounds is the one that the client ended in
 */
export function healthyTrace(changes: Partial<SignInTrace> = {}): SignInEvidence {
  const second = endedRound('waiting', {
    number: 2,
    because: 'a second client, to see whether it asks again',
    events: [...EVENTS.slice(0, 3), page()],
  });
  const trace: SignInTrace = {
    way: 'isolated',
    headless: true,
    neverStarted: null,
    rounds: [healthyRound(), second],
    end: 'signed in',
    refresh: healthyRefresh(),
    revocation: tokenRequest(answerText('', 200), { id: 'revocation' }),
    afterRevocation: call(401, 'after revocation'),
    checks: healthyChecks(),
    ...changes,
  };
  const last = trace.rounds.findLast((one) => one.because !== second.because) ?? null;
  return {
    as: 'claude-code',
    state: '[state 1]',
    callback: last?.callback ?? null,
    token: last?.token ?? null,
    call: last?.legacyCall ?? null,
    list: last?.list ?? null,
    trace,
  };
}

/** A sign-in that ended in its last round: nothing is renewed, revoked or tried after it. */
export function failedTrace(
  rounds: readonly SignInRound[],
  changes: Partial<SignInTrace> = {},
): SignInEvidence {
  const nothing = { refresh: null, revocation: null, afterRevocation: null, checks: {} } as const;
  return healthyTrace({ end: 'failed', ...nothing, rounds, ...changes });
}
