import { aheadOfTime } from './ahead-of-time.ts';
import { authorize } from './authorize.ts';
import type { Memory } from './memory.ts';
import { register, unregister } from './registration.ts';
import { json } from './reply.ts';
import { revoke } from './revocation.ts';
import { KEYS_PATH, REVOCATION_PATH, type Setup } from './setup.ts';
import { documentRoutes, replyRoutes, type Handler, type Routes, type Site } from './site.ts';
import { token } from './token.ts';

/** The authorization server of a pair as a site. */
export function authorizationServer(setup: Setup, memory: Memory): Site {
  const routes = {
    ...endpointRoutes(setup, memory),
    ...documentRoutes(setup.serverMetadataAt, setup.serverMetadata),
    ...documentRoutes(setup.openidAt, setup.openidMetadata),
    ...replyRoutes(setup.authReplies),
  };
  return {
    routes: aheadOfTime(routes, setup.auth.clockAheadMs ?? 0),
    elsewhere: setup.authElsewhere,
  };
}

/** An endpoint that the metadata does not offer is not there: registration can be taken away. */
function endpointRoutes(setup: Setup, memory: Memory): Routes {
  const { endpoints, serverMetadata } = setup;
  const offered: Routes = {
    ...(serverMetadata.registration_endpoint === undefined
      ? {}
      : { [endpoints.register]: registrationRoute(setup, memory) }),
    ...(serverMetadata.revocation_endpoint === undefined
      ? {}
      : { [REVOCATION_PATH]: { POST: (ask) => revoke(setup, memory, ask) } }),
  };
  const sent: Handler = (ask) => authorize(setup, memory, ask);
  return {
    ...offered,
    [endpoints.authorize]:
      setup.auth.consent === undefined ? { GET: sent } : { GET: sent, POST: sent },
    [endpoints.token]: { POST: (ask) => token(setup, memory, ask) },
    [KEYS_PATH]: { GET: () => json(200, { keys: [] }) },
  };
}

function registrationRoute(setup: Setup, memory: Memory): Routes[string] {
  return {
    POST: (ask) => register(setup, memory, ask),
    DELETE: (ask) => unregister(memory, ask),
  };
}
