import type { SignInCheck } from '../../model/sign-in-evidence.ts';
import type { Exchange } from '../../model/evidence.ts';
import type { HttpRequest } from '../../ports.ts';
import { eventStreamRequest, initializeRequest, mcpRequest } from '../../probe/requests.ts';
import type { Secret } from '../../secrets/secret.ts';
import { withToken } from '../oauth/authorized-request.ts';
import { unsignedCopy, withBrokenSignature } from './altered-tokens.ts';
import type { RoundResult } from './run-round.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';

/** So long we wait for a token to expire. */
const PATIENCE_MS = 10_000;

type Made = readonly (readonly [SignInCheck, Exchange])[];
type Tokens = NonNullable<RoundResult['tokens']>;

/**
 * Requests to the MCP server that it must refuse: each has one thing wrong. RS-19, a token in the
 * address, is not made: Unblank puts no token into any address (safety D16).
 * @see RS-13, RS-16, RS-17, RS-20
 */
export async function refusedCalls(
  { tokens, calls }: RoundResult,
  plan: SignInPlan,
  context: SignInContext,
): Promise<Made> {
  // What is let through with a good token alone can be refused for a bad one.
  if (tokens === null || calls === null) return [];
  const first = plan.contact === 'GET' ? eventStreamRequest(plan.url) : initializeRequest(plan.url);
  const made: (readonly [SignInCheck, Exchange])[] = [];
  for (const [check, token] of wrongTokens(tokens)) {
    context.keeper.know('altered token', token);
    made.push([check, await ask(withToken(first, token), context)]);
  }
  const session = calls.session?.id ?? null;
  if (session !== null)
    made.push(['session without token', await ask(inSession(plan.url, session), context)]);
  const expired = await afterExpiry(tokens, first, context);
  return expired === null ? made : [...made, ['expired token', expired]];
}

function wrongTokens({ access, id }: Tokens): readonly (readonly [SignInCheck, Secret])[] {
  const [broken, unsigned] = [withBrokenSignature(access), unsignedCopy(access)];
  const other = id !== null && id.reveal() !== access.reveal() ? id : null;
  const all = [
    ['id token', other],
    ['broken signature', broken],
    ['unsigned copy', unsigned],
  ] as const;
  return all.flatMap(([check, token]) => (token === null ? [] : [[check, token] as const]));
}

function inSession(url: string, session: string): HttpRequest {
  const request = mcpRequest(url, 'tools/list', {});
  return { ...request, headers: [...request.headers, ['Mcp-Session-Id', session]] };
}

async function afterExpiry(
  { access, expiresAt }: Tokens,
  first: HttpRequest,
  context: SignInContext,
): Promise<Exchange | null> {
  const left = expiresAt === null ? Infinity : expiresAt - context.clock.now();
  if (left > PATIENCE_MS) return null;
  await passed(Math.max(0, left) + 1000, context);
  return context.signal.aborted ? null : ask(withToken(first, access), context);
}

/** Until the time is over or the user stops (safety L1). */
function passed(ms: number, { clock, signal }: SignInContext): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = clock.after(ms, resolve);
    const cancel = () => {
      stop();
      resolve();
    };
    signal.addEventListener('abort', cancel, { once: true });
  });
}

async function ask(request: HttpRequest, { send, record }: SignInContext): Promise<Exchange> {
  return record(await send(request, 'call', 'request that must be refused'));
}
