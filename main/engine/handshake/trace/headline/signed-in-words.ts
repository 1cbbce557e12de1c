import type { Exchange } from '../../../model/evidence.ts';
import type { RefreshTrial, SignInRound, SignInTrace } from '../../../model/sign-in-evidence.ts';
import { ownRounds } from '../own-rounds.ts';
import { named, type Cause, type Headline } from './headline.ts';

interface Part {
  readonly name: string;
  /** Null where it was not tried. */
  readonly works: (trace: SignInTrace, last: SignInRound | undefined) => boolean | null;
  readonly next: string;
}

/** What belongs to a sign-in that lasts, in the order in which it is needed. */
const PARTS: readonly Part[] = [
  { name: 'token', works: () => true, next: '' },
  {
    name: 'tool list',
    works: (_trace, last) => isGood(last?.list ?? null),
    next: 'Answer tools/list with the same token as the first call.',
  },
  {
    name: 'refresh',
    works: ({ refresh }) => refresh && refreshes(refresh),
    next: 'Mend the refresh, or the user signs in again each time the token expires.',
  },
  {
    name: 'revocation',
    works: ({ revocation, afterRevocation }) =>
      isGood(revocation) === true && isGood(afterRevocation) === true ? false : isGood(revocation),
    next: 'Let the revocation endpoint end the token: what was revoked must not be accepted any more.',
  },
];

/**
 * Which parts of a sign-in work, and the first that does not.
 * @param cause what was found besides, where the sign-in was judged
 */
export function signedInWords(
  trace: SignInTrace,
  client: string,
  cause: Cause | null = null,
): Headline {
  const last = ownRounds(trace.rounds).at(-1);
  const tried = PARTS.map((part) => ({ ...part, is: part.works(trace, last) }));
  const good = tried.filter(({ is }) => is === true).map(({ name }) => name);
  const bad = tried.filter(({ is }) => is === false);
  const verb = good.length === 1 ? 'works' : 'work';
  const but =
    bad.length === 0
      ? ''
      : `; ${listed(bad.map(({ name }) => name))} ${bad.length === 1 ? 'does' : 'do'} not`;
  return {
    headline: `Signed in as ${client}: ${listed(good)} ${verb}${but}.`,
    next:
      bad[0]?.next ??
      besides(cause) ??
      whole(trace.refresh === null && last?.tokens?.hasRefresh !== true),
  };
}

/** With the scope or without it; and the new token is taken, where it was tried. */
function refreshes({ exchange, withScope, call }: RefreshTrial): boolean {
  return (isGood(exchange) === true || isGood(withScope) === true) && isGood(call) !== false;
}

/** It works, and something is wrong all the same. */
function besides(cause: Cause | null): string | null {
  return cause && `What is left to mend is ${named(cause)}.`;
}

function whole(withoutRefresh: boolean): string {
  return withoutRefresh
    ? 'No refresh token was given, so the user signs in again when the token expires; offer offline_access.'
    : 'Where the real client still fails, what is left is your network edge or the client’s own side.';
}

function listed(names: readonly string[]): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function isGood(exchange: Exchange | null): boolean | null {
  if (exchange === null) return null;
  if (exchange.outcome.kind !== 'response') return false;
  const { status } = exchange.outcome.response;
  return status >= 200 && status < 300;
}
