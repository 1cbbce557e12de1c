import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import { isSignInPage } from '../replay/guessed-endpoint.ts';
import { lostServerCause } from '../replay/lost-server-cause.ts';
import { statusOf, type Replay } from '../replay/replay.ts';
import { atMcpOrigin } from '../replay/stop-requests.ts';
import { withoutRegistration } from './registration.ts';

/**
 * Without server metadata this client registers at the MCP origin, whatever server was named. Only
 * where the MCP server is its own authorization server can that go well.
 * @see reference-clients 2.2, 2.4 (“Registration failed: 404”, from the wrong host); F28, F30
 */
export function lostAtMcpOrigin(basis: Basis, source: string): Rule {
  return {
    step: 'server-metadata',
    basis,
    source,
    check: (replay) => {
      if (replay.metadata !== null || replay.issuer === null) return null;
      return guess(replay, causeThere(replay));
    },
  };
}

/** What the addresses of the server answered that was named: the last one where it stopped there. */
function causeThere(replay: Replay): string {
  const { metadataStop, server } = replay;
  return lostServerCause(replay, metadataStop === null ? (server?.attempts ?? []) : [metadataStop]);
}

/**
 * The same for metadata that names no registration endpoint: the Python SDK does not say so, it
 * registers at the MCP origin.
 * @see reference-clients 2.4 (no registration, no client-id documents); F40
 */
export function registersAtMcpOrigin(basis: Basis, source: string): Rule {
  return {
    step: 'registration',
    basis,
    source,
    check: (replay) => {
      const json = replay.metadata?.json;
      if (json == null || typeof json.registration_endpoint === 'string') return null;
      if (json.client_id_metadata_document_supported === true) return null;
      return guess(replay, withoutRegistration(json));
    },
  };
}

function guess(replay: Replay, cause: string): RuleHit {
  const stopsAt = atMcpOrigin(replay, 'register');
  const what = `It registers at ${stopsAt.url}, the origin of the MCP server,`;
  if (!registersThere(replay, stopsAt.url))
    return { outcome: 'blocked', cause, why: `${what} where there is nothing.`, stopsAt };
  const why = `${what} which is there; a guess that holds only by luck.`;
  return { outcome: 'at-risk', cause, why };
}

/** Does the MCP origin look like an authorization server with the endpoints that are guessed? */
function registersThere({ evidence }: Replay, url: string): boolean {
  const own = evidence.authorizationServers?.find((one) =>
    one.namedBy.some(({ place }) => place === 'origin'),
  );
  if (own === undefined) return false;
  const named = own.attempts.map(({ json }) => json?.registration_endpoint);
  return named.includes(url) || isSignInPage(own.guessed ? statusOf(own.guessed) : null);
}
