import type { Lane } from '../../../../contract/words.ts';
import type { Exchange, Purpose } from '../../../model/evidence.ts';
import { exchangeMessages, message, pathOf, type Draft } from './message.ts';

/** Most requests before the sign-in that are drawn one by one. */
const MOST = 12;

/** What a client asks before it signs in, and where. Our further probes are no part of its story. */
const ASKED: Partial<Record<Purpose, Lane>> = {
  initialize: 'server',
  'server/discover': 'server',
  'event stream': 'server',
  'protected resource metadata': 'server',
  'authorization server metadata': 'authorization',
  'guessed endpoint': 'authorization',
  'client registration': 'authorization',
};

/**
 * The requests before a sign-in: one arrow and one answer each; the same request with the same
 * answer is drawn once, with how often it was made.
 * @param known ids of the exchanges that belong to a round
 */
export function discoveryMessages(
  exchanges: readonly Exchange[],
  known: ReadonlySet<string>,
): readonly Draft[] {
  const asked = exchanges.filter(
    ({ id, purpose }) => ASKED[purpose] !== undefined && !known.has(id),
  );
  const groups = grouped(asked);
  return [...groups.slice(0, MOST).flatMap(drawn), ...left(groups.slice(MOST))];
}

function drawn(group: readonly Exchange[]): readonly Draft[] {
  const [first] = group;
  if (first === undefined) return [];
  const times = group.length === 1 ? '' : ` (${group.length} times)`;
  const isFirstCall = first.step === 'challenge' || first.step === 'reach';
  return exchangeMessages(first, {
    id: `x.${first.id}`,
    round: 1,
    way: ['client', ASKED[first.purpose] ?? 'server'],
    text: `${first.request.method} ${pathOf(first.request.url)}${times}`,
    // The first request of a client is to be refused: that is how it learns where to sign in. A
    // document that is not at one address may be at the next.
    isGood: (status) =>
      isFirstCall ? status === 401 : status === 404 || (status >= 200 && status < 300),
    otherwise: 'warning',
  });
}

function left(groups: readonly (readonly Exchange[])[]): readonly Draft[] {
  const first = groups[0]?.[0];
  if (first === undefined) return [];
  const text = `${groups.flat().length} more requests before the sign-in`;
  const common = { id: 'x.more', round: 1, at: first.startedAt, kind: 'note' as const, text };
  return [message(common, ['client', 'client'])];
}

function grouped(asked: readonly Exchange[]): readonly (readonly Exchange[])[] {
  const groups = new Map<string, Exchange[]>();
  for (const one of asked) {
    const shape = shapeOf(one);
    const group = groups.get(shape);
    if (group) group.push(one);
    else groups.set(shape, [one]);
  }
  return [...groups.values()];
}

function shapeOf({ request, purpose, outcome }: Exchange): string {
  const answer = outcome.kind === 'failure' ? outcome.code : outcome.response.status;
  return JSON.stringify([request.method, request.url, purpose, answer]);
}
