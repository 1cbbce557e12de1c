import type { DocumentAttempt } from '../../model/evidence.ts';
import type { Replay } from '../replay/replay.ts';
import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import { isAskable } from '../../probe/is-askable.ts';
import { isSignInPage } from '../replay/guessed-endpoint.ts';
import { statusOf } from '../replay/replay.ts';
import { lostServerCause } from '../replay/lost-server-cause.ts';

/**
 * Without server metadata a client guesses /authorize, /token and /register. Where the guess came
 * from an unusable resource metadata document, that document is the cause; else what its addresses
 * answered.
 * @param basis how we know that this client guesses
 * @see reference-clients 2.1 steps 3 to 5; AS-27; F17, F18, F28, F30
 */
export function lostAuthorizationServer(basis: Basis, source: string): Rule {
  return {
    step: 'server-metadata',
    basis,
    source,
    check: (replay) => {
      if (replay.metadata !== null || replay.issuer === null) return null;
      if (replay.metadataStop !== null) return stoppedAt(replay.metadataStop, replay);
      return guesses(replay);
    },
  };
}

function stoppedAt(attempt: DocumentAttempt, replay: Replay): RuleHit {
  const why = `It stops at ${attempt.url}, whose answer it cannot use, and asks no further address.`;
  return { outcome: 'blocked', cause: lostServerCause(replay, [attempt]), why };
}

function guesses(replay: Replay): RuleHit {
  const issuer = replay.issuer!;
  if (!isAskable(issuer)) {
    const why = `The metadata names “${issuer}”, which is no address at which anybody could sign in.`;
    return { outcome: 'blocked', cause: 'F27', why };
  }
  const origin = new URL(issuer).origin;
  const cause = lostServerCause(replay, replay.server?.attempts ?? []);
  const status = replay.server?.guessed ? statusOf(replay.server.guessed) : null;
  const guess = `It finds no authorization server metadata and guesses ${origin}/authorize`;
  if (!isSignInPage(status))
    return { outcome: 'blocked', cause, why: `${guess}, where there is nothing.` };
  return {
    outcome: 'at-risk',
    cause,
    why: `${guess}, which answers ${status}; a guess that holds only by luck.`,
  };
}
