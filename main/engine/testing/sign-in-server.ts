import type { JsonObject } from '../model/evidence.ts';
import type { Headers, HttpOutcome, HttpRequest } from '../ports.ts';
import { serverDocument } from './evidence-builders.ts';
import { ISSUER, MCP_URL } from './exchange-builders.ts';
import { answerJson, answerText } from './fake-answers.ts';
import type { FakeRoutes } from './fake-http.ts';
import type { FakeScript, ScriptedEvent } from './fake-sign-in-way.ts';
import { HEALTHY_ROUTES } from './healthy-routes.ts';

const NO_STORE: Headers = [
  ['Cache-Control', 'no-store'],
  ['Access-Control-Allow-Origin', '*'],
];

/**
 * A healthy server on two https origins to which one can sign in, over fake HTTP: it registers,
 * redeems, renews and revokes. Nothing in it is a real secret.
 */
export function createSignInServer(): { readonly routes: FakeRoutes; readonly way: FakeScript } {
  const good = new Set<string>();
  let issued = 0;
  const issue = (): HttpOutcome => {
    issued += 1;
    good.add(`issued-access-${issued}`).add(`issued-refresh-${issued}`);
    return answerJson(
      {
        access_token: `issued-access-${issued}`,
        token_type: 'Bearer',
        expires_in: 3600,
        refresh_token: `issued-refresh-${issued}`,
        scope: 'mcp:tools',
      },
      200,
      NO_STORE,
    );
  };
  const grants: Readonly<Record<string, (form: URLSearchParams) => HttpOutcome>> = {
    authorization_code: (form) => (spend(form.get('code')) ? issue() : refused('invalid_grant')),
    refresh_token: (form) =>
      spend(form.get('refresh_token')) ? issue() : refused('invalid_grant'),
  };
  const spend = (one: string | null): boolean => good.delete(one ?? '');
  const token = ({ body }: HttpRequest): HttpOutcome => {
    const form = new URLSearchParams(body ?? '');
    if (form.get('client_id') !== CLIENT_ID) return refused('invalid_client', 401);
    return grants[form.get('grant_type') ?? '']?.(form) ?? refused('unsupported_grant_type');
  };
  const revoke = ({ body }: HttpRequest): HttpOutcome => {
    // The whole grant ends with one of its tokens (RFC 7009 §2.1).
    if (spend(new URLSearchParams(body ?? '').get('token'))) good.clear();
    return answerText('', 200, NO_STORE);
  };
  const routes = {
    ...HEALTHY_ROUTES,
    [`GET ${ISSUER}/.well-known/oauth-authorization-server`]: answerJson(DOCUMENT, 200, NO_STORE),
    [`POST ${ISSUER}/register`]: register,
    [`POST ${ISSUER}/token`]: token,
    [`POST ${ISSUER}/revoke`]: revoke,
    [`POST ${MCP_URL}`]: (request: HttpRequest, before: number) =>
      good.has(tokenIn(request)) ? answerCall(request) : unauthorized(request, before),
  };
  return { routes, way: ({ url }) => comeBack(url, good) };
}

const CLIENT_ID = 'registered-client';
const DOCUMENT = serverDocument({
  revocation_endpoint: `${ISSUER}/revoke`,
  grant_types_supported: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_methods_supported: ['none'],
  authorization_response_iss_parameter_supported: true,
});

function register({ body }: HttpRequest): HttpOutcome {
  const asked = JSON.parse(body ?? '{}') as JsonObject;
  return answerJson({ ...asked, client_id: CLIENT_ID }, 201, NO_STORE);
}

function refused(error: string, status = 400): HttpOutcome {
  return answerJson({ error }, status, NO_STORE);
}

/** The user agrees at once. */
function comeBack(url: string, good: Set<string>): readonly ScriptedEvent[] {
  const { searchParams } = new URL(url);
  good.add('issued-code');
  const back = new URL(searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('code', 'issued-code');
  back.searchParams.set('state', searchParams.get('state') ?? '');
  back.searchParams.set('iss', ISSUER);
  const frame = 'top';
  return [
    { kind: 'request', url, method: 'GET', frame, redirectedBy: null, by: 'us' },
    {
      ...{ kind: 'callback', url: back.href, method: 'GET', frame, body: null },
      ...{ by: 'redirect', status: 302 },
    },
  ];
}

function tokenIn({ headers }: HttpRequest): string {
  const sent = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
  return sent.replace(/^Bearer /, '');
}

/** As it answers without a token. */
function unauthorized(request: HttpRequest, before: number): HttpOutcome {
  const route = HEALTHY_ROUTES[`POST ${MCP_URL}`];
  return typeof route === 'function'
    ? (route(request, before) as HttpOutcome)
    : answerText('', 401);
}

const RESULTS: Readonly<Record<string, JsonObject>> = {
  initialize: {
    protocolVersion: '2025-11-25',
    capabilities: { tools: {} },
    serverInfo: { name: 'fake', version: '1' },
  },
  'server/discover': {
    supportedVersions: ['2026-07-28'],
    capabilities: { tools: {} },
    serverInfo: { name: 'fake', version: '1' },
  },
  'tools/list': { tools: [] },
};

function answerCall({ body }: HttpRequest): HttpOutcome {
  const { id, method } = JSON.parse(body ?? '{}') as { id?: number; method?: string };
  if (id === undefined) return answerText('', 202);
  return answerJson({ jsonrpc: '2.0', id, result: RESULTS[method ?? ''] ?? {} });
}
