import type { LoopCauseKind } from '../loop-cause.ts';
import type { Headline } from './headline.ts';

/** What starts the same sign-in again, and what ends that. */
const WORDS: Readonly<Record<LoopCauseKind, readonly [because: string, next: string]>> = {
  '401 after a good token': [
    'the MCP server answers 401 to the token that it led to',
    'Compare the audience, issuer and key of the token with what the MCP server checks.',
  ],
  '403 insufficient_scope for ever': [
    'the MCP server asks for more scope, and the next token has no more',
    'Name all scopes of the operation in one 403, and let the authorization server grant them.',
  ],
  'the refresh lost the audience': [
    'the refreshed token is refused where the first one was accepted',
    'Give refreshed tokens the same audience as the first one.',
  ],
  'a new client each time': [
    'each round registers another client, so the consent is never found again',
    'Let the client keep its id, or support client id metadata documents.',
  ],
  'the token lives shorter than the round trip': [
    'the token expires before the first call with it is answered',
    'Let access tokens live for minutes, and check the clocks of both servers.',
  ],
  'the server forgot': [
    'the server does not know any more what it issued a moment ago',
    'Keep clients and tokens where every instance and every restart finds them.',
  ],
};

const UNKNOWN = [
  'it began a second time with nothing different',
  'Compare the two rounds; what differs from the first request on is what the client cannot keep.',
] as const;

/** @param cause from `loopCauseOf`, or null where nothing tells */
export function loopWords(cause: LoopCauseKind | null): Headline {
  const [because, next] = cause === null ? UNKNOWN : WORDS[cause];
  return { headline: `The same sign-in was asked for again: ${because}.`, next };
}
