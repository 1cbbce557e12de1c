/** Traced sign-ins as literals: one that goes well, and what is different about another. */
import type { NavigationEndingKind } from '../model/navigation-ending.ts';
import type {
  SignInEvidence,
  SignInRound,
  SignInTrace,
  TokenFacts,
} from '../model/sign-in-evidence.ts';
import type { Exchange } from '../model/evidence.ts';
import type { HttpOutcome } from '../ports.ts';
import { exchange, ISSUER, MCP_URL } from './exchange-builders.ts';
import { answerJson } from './fake-answers.ts';
import {
  healthyRefresh,
  healthyRound,
  healthyTrace,
  NO_TOKEN,
  tokenFacts,
} from './healthy-trace.ts';
import {
  AUTHORIZE_URL,
  BEGIN,
  callback,
  navigationOf,
  REDIRECT_URI,
  response,
} from './navigation-of.ts';

export const TOKEN_FACTS: TokenFacts = tokenFacts({ form: 'opaque', header: null, claims: null });

/** A request of a sign-in; its id is its name. */
export function step(
  id: string,
  answer: HttpOutcome | number = 200,
  more: Partial<Pick<Exchange, 'startedAt' | 'durationMs' | 'step' | 'purpose'>> & {
    readonly url?: string;
  } = {},
): Exchange {
  const url = more.url ?? (/token|refresh|regist|revo/.test(id) ? `${ISSUER}/${id}` : MCP_URL);
  return exchange({
    id,
    step: 'token',
    purpose: 'token request',
    startedAt: 2_000,
    ...more,
    url,
    answer,
  });
}

const TOKEN = answerJson({ access_token: '[access token 1]', token_type: 'Bearer' });
const RESULT = answerJson({ jsonrpc: '2.0', id: 0, result: {} });

/** A round that goes well, with changes. */
export function round(changes: Partial<SignInRound> = {}): SignInRound {
  const number = changes.number ?? 1;
  return healthyRound({
    number,
    because: number === 1 ? 'the first request' : '401 after a good token',
    idFrom: number === 1 ? 'registered' : 'kept',
    registration: number === 1 ? step('register', answerJson({ client_id: 'c1' }, 201)) : null,
    clientId: 'c1',
    redirectUri: REDIRECT_URI,
    state: `[state ${number}]`,
    authorizeUrl: AUTHORIZE_URL.replace('state%201', `state%20${number}`),
    events: navigationOf(
      ...BEGIN,
      response(AUTHORIZE_URL, 302, [['Location', `${REDIRECT_URI}?code=[code ${number}]`]]),
      callback(`?code=[code ${number}]&state=[state ${number}]`),
    ),
    ending: { kind: 'callback', at: REDIRECT_URI, says: 'It came back.', events: [2] },
    callback: [
      ['code', `[code ${number}]`],
      ['state', `[state ${number}]`],
    ],
    token: step('token', TOKEN),
    tokens: TOKEN_FACTS,
    legacyCall: step('call', RESULT),
    modernCall: null,
    list: step('list', RESULT),
    startedAt: 1_000,
    durationMs: 2_000,
    ...changes,
  });
}

/** A round whose page ended like this, so that nothing came after it. */
export function roundThatEnded(kind: NavigationEndingKind, changes: Partial<SignInRound> = {}) {
  const ending = { kind, at: `${ISSUER}/authorize`, says: 'This was seen.', events: [0] };
  return round({ ...NOTHING_AFTER, events: navigationOf(...BEGIN), ending, ...changes });
}

/** What a round has that did not come back. */
export const NOTHING_AFTER = { callback: null, callbackMethod: null, ...NO_TOKEN } as const;

/** A round whose token the MCP server answers with this status. */
export function refusedRound(number: number, answer: HttpOutcome | number = 401) {
  const call = step(`call ${number}`, answer);
  return round({ number, legacyCall: call, modernCall: null, list: null });
}

/** A traced sign-in that went well, with changes. */
export function tracedSignIn(
  changes: Partial<SignInTrace> = {},
  as: SignInEvidence['as'] = 'claude-hosted',
): SignInEvidence {
  const signIn = healthyTrace({
    rounds: [round()],
    refresh: healthyRefresh({
      exchange: step('refresh', TOKEN),
      tokens: TOKEN_FACTS,
      call: step('refreshed call', RESULT),
      oldAgain: null,
      unknown: null,
    }),
    revocation: step('revoke', 200),
    afterRevocation: step('after revocation', 401),
    checks: {},
    ...changes,
  });
  return { ...signIn, as, state: signIn.trace?.rounds.at(-1)?.state ?? '' };
}
