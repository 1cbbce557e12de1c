import type { ClientIdentity } from '../../main/engine/handshake/oauth/client-identity.ts';
import {
  sessionOf,
  withToken,
  type McpSession,
} from '../../main/engine/handshake/oauth/authorized-request.ts';
import type { Tokens } from '../../main/engine/handshake/oauth/read-tokens.ts';
import { refreshTokens } from '../../main/engine/handshake/oauth/refresh-tokens.ts';
import { rpcMessage } from '../../main/engine/handshake/oauth/rpc-result.ts';
import type { Exchange, JsonObject } from '../../main/engine/model/evidence.ts';
import type { HttpRequest } from '../../main/engine/ports.ts';
import { bearerOf, parameterOf, parseChallenges } from '../../main/engine/probe/challenge.ts';
import { headerOf } from '../../main/engine/probe/header.ts';
import { initializeRequest, mcpRequest, modernRequest } from '../../main/engine/probe/requests.ts';
import { statusOf } from '../../main/engine/clients/replay/replay.ts';
import { authorizationOf, Refused, type Authorization } from './authorization.ts';
import { chooseIdentity, type IdentityOptions } from './choose-identity.ts';
import { discover } from './discover.ts';
import { signIn, withOfflineAccess, type SignInMeans } from './sign-in.ts';

/** Most sign-ins for one request, whatever the server asks for (safety D18). */
const SIGN_INS = 3;

export interface StrictClientOptions extends IdentityOptions, SignInMeans {
  readonly url: string;
  /** Revisions from 2026-07-28 on have no session and no `initialize`. */
  readonly era: 'legacy' | 'modern';
}

/**
 * An MCP client that does what the specification says and no more, made of the steps of the engine.
 * It exists to be examined by the official conformance suite.
 */
export class StrictClient {
  readonly #options: StrictClientOptions;
  /** SECURITY: D12. One identity for each issuer. */
  readonly #identities = new Map<string, ClientIdentity>();
  #authorization: Authorization | null = null;
  #tokens: Tokens | null = null;
  #scope: string | null = null;
  #session: McpSession = { id: null, revision: null };
  #id = 0;

  constructor(options: StrictClientOptions) {
    this.#options = options;
  }

  /** @throws Refused where the server, or the way to a token, is not as it must be */
  async connect(): Promise<void> {
    if (this.#options.era === 'modern') return;
    const answer = await this.#ask(() => initializeRequest(this.#options.url));
    this.#session = sessionOf(answer);
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' });
    await this.#ask(() => ({ ...this.#inSession(mcpRequest(this.#options.url, '', {})), body }));
  }

  /** @throws Refused also for an error of JSON-RPC */
  async request(method: string, params: JsonObject = {}): Promise<JsonObject> {
    const { url, era } = this.#options;
    this.#id += 1;
    const id = this.#id;
    const answer = await this.#ask(() =>
      era === 'modern'
        ? modernRequest(url, method, params)
        : this.#inSession(mcpRequest(url, method, params, id)),
    );
    const result = rpcMessage(answer)?.result;
    if (result === undefined || typeof result !== 'object' || result === null)
      throw new Refused(`${method} was answered without a result.`);
    return result as JsonObject;
  }

  /** Sends it, and signs in where the server asks for that, as often as a client may. */
  async #ask(make: () => HttpRequest): Promise<Exchange> {
    for (let signIns = 0; ; signIns += 1) {
      const request = make();
      const sent = this.#tokens === null ? request : withToken(request, this.#tokens.access);
      const answer = await this.#options.send(sent, 'call', 'first call with a token');
      const status = statusOf(answer);
      if (status !== null && status < 300) return answer;
      const isAsking = status === 401 || isInsufficient(answer);
      if (!isAsking || signIns === SIGN_INS)
        throw new Refused(`The server answered ${status ?? 'nothing'}, and that is the end.`);
      await this.#authorize(answer);
    }
  }

  /** 401: discover anew, for the server may have moved. 403: more scope at the same server. */
  async #authorize(answer: Exchange): Promise<void> {
    const { url, send } = this.#options;
    const last = this.#authorization;
    const isStepUp = isInsufficient(answer) && last !== null;
    const now = isStepUp ? last : authorizationOf(await discover(url, answer, send));
    if (!isStepUp && last?.issuer === now.issuer && (await this.#refresh(last))) return;
    this.#authorization = now;
    this.#tokens = null;
    const asked = parameterFrom(answer, 'scope') ?? now.scopes;
    this.#scope = withOfflineAccess(isStepUp ? union(this.#scope, asked) : asked, now);
    await this.#signIn(now);
  }

  async #signIn(authorization: Authorization): Promise<void> {
    const { send, redirectUri } = this.#options;
    const { issuer } = authorization;
    const known = this.#identities.get(issuer);
    const identity =
      known ?? (await chooseIdentity(authorization, this.#options, this.#scope, send));
    this.#identities.set(issuer, identity);
    const asked = { redirectUri, scope: this.#scope };
    this.#tokens = await signIn(authorization, identity, asked, this.#options);
  }

  /** @returns false where there is nothing to refresh with, or the server refuses */
  async #refresh({ issuer, tokenEndpoint, resource }: Authorization): Promise<boolean> {
    const identity = this.#identities.get(issuer);
    const refresh = this.#tokens?.refresh;
    if (!refresh || identity === undefined) return false;
    const options = { endpoint: tokenEndpoint, resource, scope: null, identity, issuer };
    const { tokens, strict } = await refreshTokens(refresh, options, this.#options.send);
    if (tokens === null || strict !== null) return false;
    this.#tokens = { ...tokens, refresh: tokens.refresh ?? refresh };
    return true;
  }

  #inSession(request: HttpRequest): HttpRequest {
    const { id, revision } = this.#session;
    const headers: [string, string][] = [];
    if (id !== null) headers.push(['Mcp-Session-Id', id]);
    if (revision !== null) headers.push(['MCP-Protocol-Version', revision]);
    return { ...request, headers: [...request.headers, ...headers] };
  }
}

function isInsufficient(answer: Exchange): boolean {
  return statusOf(answer) === 403 && parameterFrom(answer, 'error') === 'insufficient_scope';
}

function parameterFrom({ outcome }: Exchange, name: string): string | null {
  if (outcome.kind === 'failure') return null;
  const header = headerOf(outcome.response.headers, 'www-authenticate') ?? '';
  const bearer = bearerOf(parseChallenges(header));
  return (bearer && parameterOf(bearer, name)) || null;
}

/** SECURITY: D18. What was granted before is asked for again (SEP-2350). */
function union(before: string | null, asked: string | null): string | null {
  const words = new Set(`${before ?? ''} ${asked ?? ''}`.split(' ').filter(Boolean));
  return words.size === 0 ? null : [...words].join(' ');
}
