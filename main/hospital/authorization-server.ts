import { authorize } from './authorize.ts';
import type { Memory } from './memory.ts';
import { register } from './registration.ts';
import { json } from './reply.ts';
import { KEYS_PATH, type Setup } from './setup.ts';
import { documentRoutes, replyRoutes, type Routes, type Site } from './site.ts';
import { token } from './token.ts';

/** The authorization server of a pair as a site. */
export function authorizationServer(setup: Setup, memory: Memory): Site {
  return {
    routes: {
      ...endpointRoutes(setup, memory),
      ...documentRoutes(setup.serverMetadataAt, setup.serverMetadata),
      ...documentRoutes(setup.openidAt, setup.openidMetadata),
      ...replyRoutes(setup.authReplies),
    },
    elsewhere: setup.authElsewhere,
  };
}

/** An endpoint that the metadata does not offer is not there: registration can be taken away. */
function endpointRoutes(setup: Setup, memory: Memory): Routes {
  const { endpoints, serverMetadata } = setup;
  const registration: Routes =
    serverMetadata.registration_endpoint === undefined
      ? {}
      : { [endpoints.register]: { POST: (ask) => register(memory, ask) } };
  return {
    ...registration,
    [endpoints.authorize]: { GET: (ask) => authorize(setup, memory, ask) },
    [endpoints.token]: { POST: (ask) => token(setup, memory, ask) },
    [KEYS_PATH]: { GET: () => json(200, { keys: [] }) },
  };
}
