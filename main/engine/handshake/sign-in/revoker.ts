import { statusOf } from '../../clients/replay/replay.ts';
import type { Exchange } from '../../model/evidence.ts';
import { deleteClient } from '../../probe/registration/remove-clients.ts';
import type { Send } from '../../probe/sender.ts';
import type { Revoked, Revoker } from '../../secrets/revoke-entry.ts';
import { revokeToken } from '../oauth/revoke-token.ts';

/** Remembers what became of each client that it deleted, by its address. */
export interface LedgerRevoker extends Revoker {
  readonly deregistered: ReadonlyMap<string, Answer>;
}
type Answer = Exclude<Revoked, 'no-endpoint'>;

/** Speaks to an authorization server for the vault, through the one way out (safety E1). */
export function createRevoker(send: Send): LedgerRevoker {
  const deregistered = new Map<string, Answer>();
  return {
    deregistered,
    async revoke(token, hint, endpoint, identity) {
      return answerOf(await revokeToken(token, hint, endpoint, identity, send));
    },
    async deregister(uri, token) {
      const answer = answerOf(await deleteClient(uri, token.reveal(), send));
      deregistered.set(uri, answer);
      return answer;
    },
  };
}

function answerOf(exchange: Exchange): Answer {
  const status = statusOf(exchange);
  if (status === null) return 'unreachable';
  return status >= 200 && status < 300 ? 'revoked' : 'refused';
}
