import type { Headers, HttpOutcome, HttpRequest } from '../ports.ts';
import { resourceDocument, serverDocument } from './evidence-builders.ts';
import { bearer, ISSUER, MCP_URL } from './exchange-builders.ts';
import { answerJson, answerText } from './fake-answers.ts';
import type { FakeRoutes } from './fake-http.ts';

const RESOURCE = 'https://mcp.example.com/.well-known/oauth-protected-resource';
const OPEN: Headers = [['Access-Control-Allow-Origin', '*']];
const CORS = answerText('', 204, OPEN);

/** The 401 of a healthy server to a request without a token. */
export const CHALLENGED = challenge('');

/** Every request of a probe, as a healthy server on two origins answers it. */
export const HEALTHY_ROUTES: FakeRoutes = {
  [`POST ${MCP_URL}`]: answerPost,
  [`GET ${MCP_URL}`]: CHALLENGED,
  [`DELETE ${MCP_URL}`]: CHALLENGED,
  [`OPTIONS ${MCP_URL}`]: CORS,
  [`GET ${RESOURCE}/mcp`]: answerJson(resourceDocument(), 200, OPEN),
  [`GET ${RESOURCE}`]: answerJson(resourceDocument(), 200, OPEN),
  [`GET ${ISSUER}/.well-known/oauth-authorization-server`]: answerJson(serverDocument(), 200, OPEN),
  [`POST ${ISSUER}/token`]: answerJson({ error: 'invalid_request' }, 400, OPEN),
  [`OPTIONS ${ISSUER}/token`]: CORS,
};

/** A foreign origin is refused, a token that nobody issued is called invalid. */
function answerPost({ headers }: HttpRequest): HttpOutcome {
  const names = headers.map(([name]) => name);
  if (names.includes('Origin')) return answerText('', 403);
  return names.includes('Authorization') ? challenge(', error="invalid_token"') : CHALLENGED;
}

function challenge(more: string): HttpOutcome {
  return answerText('', 401, [
    ['WWW-Authenticate', `${bearer()}, scope="mcp:tools"${more}`],
    ...OPEN,
    ['Access-Control-Expose-Headers', 'WWW-Authenticate'],
  ]);
}
