import { authorizeFault, isImplicit, methodOf } from './authorize-rules.ts';
import { addressOf, goBack, type Callback } from './callback.ts';
import { consentPage, decisionOn } from './consent.ts';
import { knownClient } from './known-client.ts';
import type { Ask, Reply } from './message.ts';
import { newId, type Client, type Grant, type Memory } from './memory.ts';
import { page } from './page.ts';
import { redirectMatches } from './redirect-uri.ts';
import { audienceFor } from './resource-indicator.ts';
import { SCOPE, type Setup } from './setup.ts';
import { makeAccessToken } from './token-answer.ts';

/**
 * The authorization endpoint (OAuth 2.1 §4.1.1). The healthy server asks nobody: a good request is
 * agreed to at once. Faults of the client or its redirect end on a page, all others on the redirect,
 * with `iss` in both cases (RFC 9207 §2).
 */
export function authorize(setup: Setup, memory: Memory, ask: Ask): Reply {
  const { auth } = setup;
  const redirectUri = ask.query.get('redirect_uri');
  if (ask.query.toString().length > (auth.longestQuery ?? Infinity)) {
    return page(setup, 414, 'The address is too long.');
  }
  const known = knownClient(setup, memory, ask.query.get('client_id') ?? '');
  if ('why' in known) return auth.unknownClientReply ?? page(setup, 400, known.why);
  if (redirectUri === null || !allows(setup, known.client, redirectUri)) {
    return page(setup, 400, 'This redirect address is not registered for the client.');
  }
  const parameter = Object.keys(auth.parameterReplies ?? {}).find((one) => ask.query.has(one));
  const reply = auth.parameterReplies?.[parameter ?? ''];
  return reply ?? decide(setup, memory, ask, known.client, redirectUri);
}

/** The client and its redirect are good: all further answers go back to it. */
function decide(
  setup: Setup,
  memory: Memory,
  ask: Ask,
  client: Client,
  redirectUri: string,
): Reply {
  const callback = callbackOf(ask, redirectUri);
  const back = (result: Readonly<Record<string, string>>) => goBack(setup, callback, result);
  const agree = () => {
    memory.agreed.add(client.id);
    return issue(setup, memory, ask.query, client, redirectUri);
  };
  const fault = authorizeFault(setup, ask.query);
  if (fault === 'invalid_scope' && setup.auth.invalidScopeReply)
    return setup.auth.invalidScopeReply;
  if (fault !== null) return back({ error: fault });
  const { signInPage } = setup.auth;
  if (signInPage !== undefined)
    return signInPage({ ask, agree: () => addressOf(setup, callback, agree()) });
  const decision = decisionOn(setup, memory, ask);
  if (decision === 'open') return consentPage(setup, redirectUri);
  const error = decision === 'denied' ? 'access_denied' : setup.auth.answersError;
  if (error !== undefined) return back({ error });
  return back(agree());
}

function callbackOf({ query, method }: Ask, redirectUri: string): Callback {
  return {
    redirectUri,
    state: query.get('state'),
    afterForm: method === 'POST',
  };
}

/** Whatever is compared loosely is a URL at least: there is no way to send a browser elsewhere. */
function allows({ auth }: Setup, { redirectUris }: Client, asked: string): boolean {
  if (!URL.canParse(asked)) return false;
  if (redirectUris === 'any' || auth.redirectCheck === 'none') return true;
  if (auth.redirectCheck === 'every-character') return redirectUris.includes(asked);
  const isPrefix = (one: string) => auth.redirectCheck === 'prefix' && asked.startsWith(one);
  return redirectUris.some((one) => redirectMatches(one, asked) || isPrefix(one));
}

function issue(
  setup: Setup,
  memory: Memory,
  query: URLSearchParams,
  client: Client,
  redirectUri: string,
): Readonly<Record<string, string>> {
  const resource = query.get('resource');
  const grant: Grant = {
    clientId: client.id,
    scope: query.get('scope') || SCOPE,
    audience: audienceFor(setup, resource),
    family: newId('sign-in'),
  };
  if (isImplicit(query)) {
    return { access_token: makeAccessToken(setup, memory, grant), token_type: 'Bearer' };
  }
  const code = newId('code');
  const challenge = query.get('code_challenge') ?? '';
  memory.codes.set(code, { ...grant, redirectUri, challenge, method: methodOf(query), resource });
  return { code };
}
