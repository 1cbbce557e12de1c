/** Recorded requests as literals, for tests: the first ones of a client, and any other. */
import type { Exchange, FirstContact } from '../model/evidence.ts';
import { FAILURE_KINDS, type FailureKind, type Headers, type HttpOutcome } from '../ports.ts';
import { answerFailure, answerText } from './fake-answers.ts';

export const MCP_URL = 'https://mcp.example.com/mcp';
export const ISSUER = 'https://auth.example.com';

/** A status with an empty body, how the request failed, or a whole outcome. */
export type Answer = number | FailureKind | HttpOutcome;

/** A recorded request; without more it is the first POST, answered 401. */
export function exchange(
  parts: Partial<Omit<Exchange, 'request' | 'outcome'>> & {
    readonly method?: Exchange['request']['method'];
    readonly url?: string;
    readonly answer?: Answer;
  } = {},
): Exchange {
  const { method = 'POST', url = MCP_URL, answer = 401, ...rest } = parts;
  return {
    id: 'x1',
    step: 'challenge',
    purpose: 'initialize',
    startedAt: 0,
    durationMs: 20,
    request: { method, url, headers: [], body: null },
    outcome: outcomeOf(answer),
    ...rest,
  };
}

/** A 200 that carries a JSON-RPC result: a server that asks for no sign-in. */
export const OPEN: HttpOutcome = answerText('{"jsonrpc":"2.0","id":0,"result":{}}');

/** What the three first requests met; what is left out is answered as `post` is. */
export function contacts(
  parts: {
    readonly post?: Answer;
    readonly modern?: Answer;
    readonly stream?: Answer;
    /** WWW-Authenticate of every status that is given as a number. */
    readonly header?: string | null;
    readonly url?: string;
    readonly ms?: number;
  } = {},
): FirstContact {
  const { post = 401, modern = post, stream = post, header = null, url = MCP_URL, ms = 20 } = parts;
  const challenge: Headers = header === null ? [] : [['WWW-Authenticate', header]];
  type Method = Exchange['request']['method'];
  const ask = (id: string, method: Method, purpose: Exchange['purpose'], answer: Answer) => {
    const spoken = typeof answer === 'number' ? answerText('', answer, challenge) : answer;
    return exchange({ id, method, purpose, url, answer: spoken, durationMs: ms });
  };
  return {
    legacy: ask('legacy', 'POST', 'initialize', post),
    modern: ask('modern', 'POST', 'server/discover', modern),
    stream: ask('stream', 'GET', 'event stream', stream),
  };
}

/** WWW-Authenticate as it should be, or naming another address. */
export function bearer(url = 'https://mcp.example.com/.well-known/oauth-protected-resource/mcp') {
  return `Bearer resource_metadata="${url}"`;
}

function outcomeOf(answer: Answer): HttpOutcome {
  if (typeof answer === 'number') return answerText('', answer);
  return isFailure(answer) ? answerFailure(answer, answer.toUpperCase()) : answer;
}

function isFailure(answer: FailureKind | HttpOutcome): answer is FailureKind {
  return FAILURE_KINDS.some((kind) => kind === answer);
}
