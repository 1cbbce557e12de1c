import { statusOf } from '../../clients/replay/replay.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { HttpRequest } from '../../ports.ts';
import { eventStreamRequest } from '../../probe/requests.ts';
import type { Send } from '../../probe/sender.ts';
import type { Secret } from '../../secrets/secret.ts';
import {
  authorizedDiscover,
  authorizedInitialize,
  authorizedInitialized,
  authorizedToolsList,
  sessionOf,
  withToken,
  type McpSession,
} from '../oauth/authorized-request.ts';
import { rpcResult } from '../oauth/rpc-result.ts';
import type { SignInPlan } from './sign-in-plan.ts';

/** The first requests with a token, in both eras. */
export interface FirstCalls {
  /** The one that decides, in the transport and era that the server speaks. */
  readonly decisive: Exchange;
  readonly legacy: Exchange | null;
  readonly modern: Exchange | null;
  readonly list: Exchange | null;
  readonly session: McpSession | null;
}

/**
 * Makes the first requests of a client with a token: `initialize` and `server/discover`, and the list
 * of tools behind the one that was answered. They change nothing (safety E9).
 */
export async function firstCalls(
  { url, contact }: SignInPlan,
  token: Secret,
  send: Send,
): Promise<FirstCalls> {
  const call = (request: HttpRequest) => send(request, 'call', 'first call with a token');
  if (contact === 'GET') {
    const decisive = await call(withToken(eventStreamRequest(url), token));
    return { decisive, legacy: null, modern: null, list: null, session: null };
  }
  const legacy = await call(authorizedInitialize(url, token));
  const modern = await call(authorizedDiscover(url, token));
  if (rpcResult(legacy) !== null) {
    const session = sessionOf(legacy);
    await call(authorizedInitialized(url, token, session));
    const list = await call(authorizedToolsList(url, token, session));
    return { decisive: legacy, legacy, modern, list, session };
  }
  if (rpcResult(modern) === null)
    return { decisive: legacy, legacy, modern, list: null, session: null };
  const list = await call(authorizedToolsList(url, token, null));
  return { decisive: modern, legacy, modern, list, session: null };
}

/** Was the request let through, whatever the answer says? */
export function isLetThrough(exchange: Exchange): boolean {
  const status = statusOf(exchange);
  return status !== null && status >= 200 && status < 300;
}
