/** Sign-in pages that were opened, as literals: a healthy one, and one call for each way to break it. */
import type { ClientId } from '../../contract/words.ts';
import type { JsonObject, TargetEvidence } from '../model/evidence.ts';
import type { AuthorizeAttempt, AuthorizeVariant } from '../model/registration-evidence.ts';
import type { HttpOutcome } from '../ports.ts';
import {
  clientParameters,
  type AuthorizeParameters,
} from '../probe/registration/authorize-parameters.ts';
import { authorizeRequest } from '../probe/registration/authorize-request.ts';
import { variantsOf } from '../probe/registration/authorize-variants.ts';
import { withServer } from './evidence-builders.ts';
import { exchange, ISSUER, MCP_URL, type Answer } from './exchange-builders.ts';
import { answerRedirect, answerText } from './fake-answers.ts';
import { PROFILES } from './registration-evidence.ts';

const SCOPE = 'mcp:tools';
/** Parameters of a redirect back to the client; an empty one is left out. */
type Back = Readonly<Record<string, string>>;
/** An answer; or what comes back on the redirect, with `state` and `iss` unless they are given. */
export type PageAnswer = Answer | { readonly back: Back } | { readonly fragment: Back };

const HTML = ['Content-Type', 'text/html'] as const;
/** A page of the authorization server. */
export function htmlPage(
  text: string,
  status = 200,
  headers: readonly (readonly [string, string])[] = [],
): HttpOutcome {
  return answerText(`<!doctype html><h1>${text}</h1>`, status, [HTML, ...headers]);
}

/** A sign-in page as it should be. */
export const SIGN_IN: HttpOutcome = htmlPage('Sign in', 200, [
  ['Content-Security-Policy', "default-src 'self'; frame-ancestors 'none'"],
]);
const UNKNOWN_CLIENT = htmlPage('invalid_client: there is no such client', 400);
const WRONG_REDIRECT = htmlPage('This redirect_uri is not registered', 400);

/** What a healthy server answers where it does not show its sign-in page. */
const HEALTHY: Partial<Record<AuthorizeVariant, PageAnswer>> = {
  'unknown redirect': WRONG_REDIRECT,
  'redirect with another path': WRONG_REDIRECT,
  'redirect with a query': WRONG_REDIRECT,
  'redirect in other case': WRONG_REDIRECT,
  'redirect with a slash': WRONG_REDIRECT,
  'unknown client': UNKNOWN_CLIENT,
  'without PKCE': { back: { error: 'invalid_request' } },
  'plain PKCE': { back: { error: 'invalid_request' } },
  'foreign resource': { back: { error: 'invalid_target' } },
  'unknown scope': { back: { error: 'invalid_scope' } },
  'implicit flow': { fragment: { error: 'unsupported_response_type' } },
};

/** What differs from a healthy sign-in page. */
export interface SignInChanges {
  /** Answers by variant. */
  readonly answers?: Partial<Record<AuthorizeVariant, PageAnswer>>;
  /** Answers to clients’ own requests, where they differ from client to client. */
  readonly own?: Partial<Record<ClientId, PageAnswer>>;
  /** Members laid over the parameters of every request. */
  readonly parameters?: Partial<AuthorizeParameters>;
  readonly serverMetadata?: Parameters<typeof withServer>[0];
  /** The clients' own requests do not go through, so that things are left out one by one. */
  readonly isTaken?: boolean;
}

/** Clients whose own requests are opened; the first is the one that is varied. */
const CLIENTS: readonly ClientId[] = ['claude-code', 'claude-hosted', 'cursor'];

/** A healthy server whose sign-in page was opened, with changes. */
export function withSignIn(changes: SignInChanges = {}): TargetEvidence {
  const { serverMetadata = {}, isTaken = true } = changes;
  const own = CLIENTS.map((as) => ownAttempt(as, changes));
  const base = parametersOf('claude-code', changes);
  const varied = variantsOf(base, isTaken).map(([variant, parameters]) =>
    attemptOf('claude-code', variant, parameters, changes),
  );
  const promise = { authorization_response_iss_parameter_supported: true, ...serverMetadata };
  const registration = { issuer: ISSUER, attempts: [], authorize: [...own, ...varied] };
  return { ...withServer(promise), registration };
}

function ownAttempt(as: ClientId, changes: SignInChanges): AuthorizeAttempt {
  return attemptOf(as, 'as the client sends it', parametersOf(as, changes), changes);
}

function parametersOf(as: ClientId, { parameters }: SignInChanges): AuthorizeParameters {
  const { redirectUri } = PROFILES[as]!;
  const facts = { url: MCP_URL, resource: MCP_URL, scope: SCOPE, offersOffline: false };
  const own = { clientId: `client-of-${as}`, redirectUri, scope: null };
  return { ...clientParameters(as, own, facts), ...parameters };
}

function attemptOf(
  as: ClientId,
  variant: AuthorizeVariant,
  parameters: AuthorizeParameters,
  { answers = {}, own = {} }: SignInChanges,
): AuthorizeAttempt {
  const isOwn = variant === 'as the client sends it';
  const answer = (isOwn ? own[as] : undefined) ?? answers[variant] ?? HEALTHY[variant] ?? SIGN_IN;
  const { url } = authorizeRequest(`${ISSUER}/authorize`, parameters);
  const id = isOwn ? `own ${as}` : variant;
  return {
    as,
    variant,
    clientId: parameters.client_id,
    redirectUri: parameters.redirect_uri,
    state: parameters.state,
    exchange: exchange({ id, method: 'GET', url, answer: spoken(answer, parameters) }),
  };
}

function spoken(answer: PageAnswer, { redirect_uri, state }: AuthorizeParameters): Answer {
  if (typeof answer !== 'object' || 'kind' in answer) return answer;
  const healthy = { state, iss: ISSUER };
  const url = new URL(redirect_uri);
  if ('fragment' in answer) {
    url.hash = new URLSearchParams({ ...healthy, ...answer.fragment }).toString();
    return answerRedirect(url.href);
  }
  for (const [name, value] of Object.entries({ ...healthy, ...answer.back }))
    if (value !== '') url.searchParams.set(name, value);
  return answerRedirect(url.href);
}

/** A healthy server with other server metadata, whose sign-in page was not opened. */
export function withoutSignIn(serverMetadata: JsonObject = {}): TargetEvidence {
  const registration = { issuer: ISSUER, attempts: [], authorize: [] };
  return { ...withServer(serverMetadata), registration };
}
