import type { Exchange } from '../../../model/evidence.ts';
import type { SignInRound } from '../../../model/sign-in-evidence.ts';
import { headerOf } from '../../../probe/header.ts';
import { errorIn } from '../sequence/message.ts';
import type { Headline } from './headline.ts';

/** How far a round came after the sign-in page, and what stopped it there. */
interface Stage {
  readonly stopped: (round: SignInRound) => boolean;
  readonly words: (round: SignInRound, client: string) => Headline;
}

/** From the callback to the list of tools; the first that stopped. */
const STAGES: readonly Stage[] = [
  {
    stopped: ({ token, callback }) => token === null && callback !== null,
    words: atCallback,
  },
  {
    stopped: ({ token }) => token !== null && !isGood(token),
    words: ({ token }) => ({
      headline: `The code came back, and the token endpoint answers ${answerOf(token)}.`,
      next: 'Compare the token request with what the endpoint accepts: form body, PKCE, redirect URI, client.',
    }),
  },
  {
    stopped: ({ token, tokens }) => token !== null && tokens === null,
    words: () => ({
      headline: 'The token endpoint answers, and there is no access token in its answer.',
      next: 'Answer in JSON with access_token and token_type.',
    }),
  },
  {
    stopped: ({ strict }) => strict.some(({ step }) => step === 'token'),
    words: ({ strict }, client) => ({
      headline: `The token answer is not what the standard asks, so ${client} may refuse it.`,
      next: `Correct the token answer: ${inSentence(strict)}`,
    }),
  },
  {
    stopped: (round) => firstCall(round) !== null && !isIn(round),
    words: (round) => ({
      headline: `A token was issued, and the MCP server answers ${answerOf(firstCall(round))} to the first call with it.`,
      next: 'Compare the audience, issuer and scope of the token with what the MCP server checks.',
    }),
  },
  {
    stopped: ({ list }) => list !== null && asksForScope(list),
    words: () => ({
      headline: 'The token is accepted, and the list of tools is answered 403 insufficient_scope.',
      next: 'Name all scopes of the operation in one 403, and let the authorization server grant them.',
    }),
  },
  {
    stopped: ({ list }) => list !== null && !isGood(list),
    words: ({ list }) => ({
      headline: `The token is accepted, and the list of tools is answered ${answerOf(list)}.`,
      next: 'Answer tools/list with the same token as the first call.',
    }),
  },
];

/** What stopped a round behind the sign-in page, or null where nothing is seen that did. */
export function stageWords(round: SignInRound, client: string): Headline | null {
  const stage = STAGES.find(({ stopped }) => stopped(round));
  return stage?.words(round, client) ?? null;
}

/** Errors of RFC 6749 §4.1.2.1, OpenID Connect and RFC 8707; others are text of anybody. */
const ERRORS =
  /^(?:invalid_request|unauthorized_client|access_denied|unsupported_response_type|invalid_scope|server_error|temporarily_unavailable|interaction_required|login_required|account_selection_required|consent_required|invalid_target|invalid_client)$/;

/**
 * What came back and is of no use. Where the answer may be another server's, nothing of it is shown.
 * SECURITY: D8
 */
function atCallback({ callback, strict }: SignInRound, client: string): Headline {
  const fault = strict.find(({ step }) => step === 'callback')?.says ?? '';
  const known = FAULTS[fault];
  if (known) return { headline: known[0].replace('{client}', client), next: known[1] };
  const error = callback?.find(([name]) => name === 'error')?.[1] ?? '';
  if (error === '') return { headline: NO_CODE.replace('{client}', client), next: NO_CODE_NEXT };
  const which = ERRORS.test(error) ? ` ${error}` : '';
  return {
    headline: `The authorization server sends back the error${which} in place of a code.`,
    next: ERROR_NEXT[error] ?? 'Read the error at the callback; it names what was refused.',
  };
}

const NO_CODE = 'The sign-in comes back to {client} without a code.';
const NO_CODE_NEXT = 'Send code and state in the query of the redirect.';

/** By the words of `readCallback`. */
const FAULTS: Readonly<Record<string, readonly [headline: string, next: string]>> = {
  'state missing': [
    'The sign-in comes back without the state that {client} sent, so it is thrown away.',
    'Send back the state exactly as it came in.',
  ],
  'state differs': [
    'The sign-in comes back with another state than {client} sent, so it is thrown away.',
    'Send back the state exactly as it came in.',
  ],
  'iss missing': [
    'The sign-in comes back without iss, although the metadata promises it, so it is thrown away.',
    'Send iss with every answer, or do not promise it in the metadata.',
  ],
  'iss differs': [
    'The sign-in comes back in the name of another issuer, so {client} throws it away.',
    'Send iss exactly as the issuer of the metadata is written.',
  ],
  expired: [
    'The sign-in came back after more than ten minutes, so it is thrown away.',
    'Trace again and finish the sign-in sooner.',
  ],
};

const ERROR_NEXT: Readonly<Record<string, string>> = {
  access_denied: 'Trace again and agree; where nobody was asked, look at the rules for this user.',
  invalid_scope: 'Advertise scopes that the authorization server gives to this client.',
  invalid_target: 'Let the authorization server know the resource, or ignore it.',
  server_error: 'Look into the log of the authorization server at this time.',
  unauthorized_client: 'Allow this client the authorization code flow.',
};

/** What the strict reader says; it names members and never values (oauth/strict-words.ts). */
function inSentence(strict: SignInRound['strict']): string {
  const says = strict.find(({ step }) => step === 'token')?.says ?? '';
  return `${says.charAt(0).toLowerCase()}${says.slice(1).replace(/\.$/, '')}.`;
}

function firstCall({ legacyCall, modernCall }: SignInRound): Exchange | null {
  return legacyCall ?? modernCall;
}

function isIn({ legacyCall, modernCall }: SignInRound): boolean {
  return isGood(legacyCall) || isGood(modernCall);
}

function isGood(exchange: Exchange | null): boolean {
  if (exchange?.outcome.kind !== 'response') return false;
  const { status } = exchange.outcome.response;
  return status >= 200 && status < 300;
}

function asksForScope({ outcome }: Exchange): boolean {
  if (outcome.kind === 'failure' || outcome.response.status !== 403) return false;
  const header = headerOf(outcome.response.headers, 'www-authenticate') ?? '';
  return header.includes('insufficient_scope');
}

function answerOf(exchange: Exchange | null): string {
  if (exchange?.outcome.kind !== 'response') return 'nothing';
  return `${exchange.outcome.response.status}${errorIn(exchange)}`;
}
