import type { ClientId } from '../../../contract/words.ts';
import type { Basis, Rule } from '../../model/client.ts';
import {
  authorizeOutcome,
  type AuthorizeOutcome,
} from '../../probe/registration/authorize-outcome.ts';
import {
  authorizeRefusal,
  type AuthorizeRefusal,
} from '../../probe/registration/authorize-refusal.ts';
import { authorizeWords } from '../../probe/registration/authorize-words.ts';
import { challengeMethods, registrationWays } from '../replay/server-metadata.ts';
import type { Replay } from '../replay/replay.ts';

/** Whose request tells, and where it uses a client-id document instead (CI-01, CI-12). */
export interface AuthorizeManner {
  readonly as: ClientId;
  /** False for one that never asks for consent, where the one whose request tells does. */
  readonly prompts?: boolean;
  readonly documents: 'never' | 'flag' | 'flag-and-public';
}

/** What is found at a server that turns a client's own request down for such a reason. */
const CAUSES: Record<AuthorizeRefusal, string> = {
  redirect: 'F44',
  client: 'F50',
  scope: 'F65',
  resource: 'F66',
  prompt: 'F77',
  other: 'F77',
};

/**
 * A client whose own authorization request is turned down never gets a code. Without a registration
 * it says nothing; one that uses a client-id document is judged by `clientDocumentAnswer`.
 * @see reference-clients 2.1 step 10; F44, F50, F65, F66, F77
 */
export function authorizeAnswer(manner: AuthorizeManner, basis: Basis, source: string): Rule {
  return {
    step: 'authorize',
    basis,
    source,
    check: (replay) => {
      const { registration } = replay.evidence;
      if (registration === null || registration.issuer !== replay.issuer) return null;
      if (usesDocument(manner, replay)) return null;
      const attempt = registration.authorize.find(
        (one) => one.as === manner.as && one.variant === 'as the client sends it',
      );
      if (attempt === undefined) return null;
      const reason = authorizeRefusal(attempt, registration.authorize);
      if (reason === null || (reason === 'prompt' && manner.prompts === false)) return null;
      const outcome = authorizeOutcome(attempt);
      const why = `Its authorization request ${authorizeWords(outcome)}.`;
      const cause = reason === 'other' && lacksS256(replay) ? 'F33' : CAUSES[reason];
      return { outcome: 'blocked', cause, why, ...shown(outcome) };
    },
  };
}

function usesDocument({ documents }: AuthorizeManner, { metadata }: Replay): boolean {
  if (documents === 'never' || metadata?.json == null) return false;
  const ways = registrationWays(metadata.json);
  return ways.documents && (documents === 'flag' || ways.publicClients);
}

/** Every client sends S256; a server that says it has none refuses that (AS-15). */
function lacksS256({ metadata }: Replay): boolean {
  return metadata?.json != null && challengeMethods(metadata.json)?.includes('S256') === false;
}

/** A page stays in the browser; the client learns nothing of it and waits. */
function shown(outcome: AuthorizeOutcome): { readonly sees?: string | null } {
  if (outcome.kind !== 'refused' && outcome.kind !== 'server-error') return {};
  return { sees: outcome.said === '' ? null : `A page in the browser: ${outcome.said}` };
}
