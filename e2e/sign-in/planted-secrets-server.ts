import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { spelled, type Planted } from './planted-secrets-sweep.ts';

/** How the server fails, with secrets in what it says. */
export type Failure =
  'token answers 500' | 'call answers 500' | 'error callback' | 'token is broken JSON';

export interface PlantedServerOptions {
  readonly failure?: Failure;
  /** Access tokens are JWTs; else opaque. */
  readonly jwt?: boolean;
  /** The first call with a token is never answered, and this is called. */
  readonly onFirstCall?: () => void;
  /** Secrets also where nobody can know yet that they are some: in the metadata. */
  readonly early?: boolean;
}

export interface PlantedServer {
  /** The MCP URL. */
  readonly url: string;
  /** Everything secret so far: what it issued, and what we sent it. */
  readonly secrets: readonly Planted[];
  /** The unexpected places that were reached. */
  readonly reached: ReadonlySet<string>;
  close(): Promise<void>;
}

interface State {
  readonly options: PlantedServerOptions;
  readonly secrets: Planted[];
  readonly reached: Set<string>;
  readonly origin: () => string;
  callback: string;
}

/** A pair of servers on one origin that is healthy, and tells its secrets in every odd place. */
export async function startPlantedServer(
  options: PlantedServerOptions = {},
): Promise<PlantedServer> {
  const server = createServer((request, response) => {
    void answer(state, request, response);
  });
  const state: State = {
    options,
    secrets: [],
    reached: new Set(),
    origin: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    callback: '',
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `${state.origin()}/mcp`,
    secrets: state.secrets,
    reached: state.reached,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

type Answerer = (
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
) => void;

async function answer(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await text(request);
  const path = new URL(request.url ?? '/', state.origin()).pathname;
  const handler = Object.entries(ROUTES).find(([route]) => path.startsWith(route))?.[1];
  if (handler === undefined) return send(response, 404, { error: 'not_found' });
  handler(state, request, response, body);
}

const ROUTES: Readonly<Record<string, Answerer>> = {
  '/mcp': mcp,
  '/.well-known/oauth-protected-resource': (state, _request, response) =>
    send(response, 200, {
      resource: `${state.origin()}/mcp`,
      authorization_servers: [state.origin()],
      scopes_supported: ['tools'],
      ...(state.options.early ? { x_note: early(state) } : {}),
    }),
  '/.well-known/oauth-authorization-server': metadata,
  '/register': register,
  '/authorize': authorize,
  '/login': login,
  '/file': file,
  '/token': token,
  '/learn': (state, _request, response, body) => {
    learn(state, 'verifier', body);
    response.end();
  },
  '/revoke': (state, _request, response) =>
    send(response, 200, { x_note: told(state, 'revocation') }),
};

/** One that the metadata may tell before it is given. */
function early(state: State): string {
  if (state.options.early) state.reached.add('metadata');
  return newest(state, 'registration token') || issue(state, 'registration token');
}

function metadata(state: State, _request: IncomingMessage, response: ServerResponse): void {
  const origin = state.origin();
  send(response, 200, {
    issuer: origin,
    authorization_endpoint: `${origin}/authorize`,
    token_endpoint: `${origin}/token`,
    registration_endpoint: `${origin}/register`,
    revocation_endpoint: `${origin}/revoke`,
    scopes_supported: ['tools', 'offline_access'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  });
}

function register(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): void {
  if (request.method === 'DELETE') return void response.writeHead(204).end();
  const asked = JSON.parse(body) as object;
  send(response, 201, {
    ...asked,
    client_id: `client-${state.secrets.length}`,
    client_secret: issue(state, 'client secret'),
    client_secret_expires_at: 0,
    token_endpoint_auth_method: 'client_secret_post',
    registration_access_token: early(state),
    registration_client_uri: `${state.origin()}/register/client`,
    client_name: `We gave ${told(state, 'registration')}`,
  });
}

/** First a redirect with a secret in its address, then a page that talks, then the callback. */
function authorize(state: State, request: IncomingMessage, response: ServerResponse): void {
  const { searchParams: asked } = new URL(request.url ?? '/', state.origin());
  learn(state, 'state', asked.get('state'));
  const back = new URL(asked.get('redirect_uri') ?? '');
  back.searchParams.set('state', asked.get('state') ?? '');
  back.searchParams.set('iss', state.origin());
  const cookie = issue(state, 'page cookie');
  if (state.options.failure === 'error callback') {
    back.searchParams.set('error', 'access_denied');
    back.searchParams.set('error_description', `Denied with ${told(state, 'error description')}`);
  } else back.searchParams.set('code', issue(state, 'code'));
  state.callback = back.href;
  const location = `/login?ticket=${encodeURIComponent(cookie)}#id_token=${issue(state, 'ID token')}`;
  response.writeHead(302, {
    location,
    'set-cookie': `session=${encodeURIComponent(cookie)}; Path=/; HttpOnly`,
  });
  response.end();
}

function login(state: State, _request: IncomingMessage, response: ServerResponse): void {
  const all = JSON.stringify(told(state, 'console')).replaceAll('<', String.raw`\u003c`);
  const title = told(state, 'title').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const back = JSON.stringify(state.callback);
  const fragment = JSON.stringify(encodeURIComponent(newest(state, 'page cookie')));
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><title>${title}</title>
<h1>Access denied for ${title}</h1><iframe src="/file"></iframe><script>
console.error('Refused to send form data: ' + ${all});
console.warn(${all});
setTimeout(() => { throw new Error(${all}); });
location.hash = 'access_token=' + ${fragment};
setTimeout(() => { location.href = ${back}; }, 900);
</script></html>`);
}

/** A name that is longer than what is kept of it, so that the secret at its end may be cut. */
function file(state: State, _request: IncomingMessage, response: ServerResponse): void {
  state.reached.add('file name');
  const secret = newest(state, 'state');
  const name = `${secret}-${'n'.repeat(200 - 2 * secret.length + 20)}${secret}.txt`;
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${name}"`,
  });
  response.end('file');
}

function token(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): void {
  const asked = new URLSearchParams(body);
  learn(state, 'verifier', asked.get('code_verifier'));
  const grant = asked.get('code') ?? asked.get('refresh_token') ?? '';
  if (!state.secrets.some(({ value }) => value === grant))
    return send(response, 400, { error: 'invalid_grant', error_description: `Not known: ${body}` });
  const issued = {
    access_token: issue(state, 'access token'),
    token_type: 'Bearer',
    expires_in: 3600,
    refresh_token: issue(state, 'refresh token'),
    id_token: issue(state, 'ID token', clientOf(request, asked)),
    scope: 'tools',
  };
  const { failure } = state.options;
  const headers = {
    'set-cookie': `answer=${issue(state, 'cookie')}; Path=/; HttpOnly`,
    'x-seen': `${request.headers.authorization ?? 'nothing'} ${headerSafe(body)}`,
  };
  if (failure === 'token is broken JSON') {
    state.reached.add('broken JSON');
    return send(response, 200, `${JSON.stringify(issued)} "${told(state, 'broken JSON')}`, headers);
  }
  const note = `You sent ${body} and get ${told(state, 'token answer')}`;
  if (failure === 'token answers 500')
    return send(response, 500, { ...issued, error: 'server_error', x_note: note }, headers);
  send(response, 200, { ...issued, x_note: note }, headers);
}

function clientOf(request: IncomingMessage, asked: URLSearchParams): string {
  const basic = /^Basic (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const [user = ''] = Buffer.from(basic, 'base64').toString().split(':');
  return asked.get('client_id') ?? decodeURIComponent(user);
}

function mcp(state: State, request: IncomingMessage, response: ServerResponse, body: string): void {
  const origin = state.origin();
  const { authorization } = request.headers;
  const metadataAt = `resource_metadata="${origin}/.well-known/oauth-protected-resource/mcp"`;
  if (authorization === undefined)
    return send(response, 401, {}, { 'www-authenticate': `Bearer ${metadataAt}, scope="tools"` });
  const sent = authorization.replace(/^\w+ /, '');
  const isKnown = state.secrets.some(
    ({ name, value }) => name.startsWith('access token') && value === sent,
  );
  if (!isKnown) {
    learn(state, 'foreign token', sent);
    state.reached.add('challenge');
    const says = `Bearer error="invalid_token", error_description="${sent} is not ${newest(state, 'access token')}", ${metadataAt}`;
    return send(response, 401, { error: `No: ${sent}` }, { 'www-authenticate': says });
  }
  if (state.options.onFirstCall) return state.options.onFirstCall();
  if (state.options.failure === 'call answers 500')
    return send(response, 500, `Unhandled: ${authorization} ${told(state, 'failed call')}`);
  rpc(state, authorization, response, body);
}

function rpc(state: State, authorization: string, response: ServerResponse, body: string): void {
  const { id, method } = (body === '' ? {} : JSON.parse(body)) as { id?: number; method?: string };
  if (id === undefined) return void response.writeHead(202).end();
  const known = state.secrets.find(({ name }) => name.startsWith('session'))?.value;
  const headers = {
    'mcp-session-id': known ?? issue(state, 'session'),
    'x-reflected': authorization,
  };
  const result = {
    protocolVersion: '2025-11-25',
    capabilities: { tools: {} },
    serverInfo: { name: `planted ${told(state, 'server name')}`, version: '1' },
    instructions: told(state, 'instructions'),
    ...(method === 'tools/list' ? { tools: toolsOf(state) } : {}),
  };
  send(response, 200, { jsonrpc: '2.0', id, result }, headers);
}

function toolsOf(state: State): readonly object[] {
  const description = told(state, 'tool list');
  return [{ name: 'tool', description, inputSchema: { type: 'object', title: description } }];
}

/** Every secret so far in every spelling that a server would write. */
function told(state: State, place: string): string {
  state.reached.add(place);
  const spellings = ['as it is', 'percent', 'percent twice', 'form', 'JSON', 'base64', 'base64url'];
  // Who somebody is may stand in a sentence, and so may what only the pages of the provider know.
  return state.secrets
    .filter(({ name }) => !/^(?:person|page cookie)/.test(name))
    .flatMap(({ value }) => [
      ...spelled(value).filter(([name]) => spellings.slice(0, 5).includes(name)),
      ['', Buffer.from(value).toString('base64')],
      ['', Buffer.from(value).toString('base64url')],
    ])
    .map(([, one]) => one)
    .join(' ');
}

/** Characters that the standards allow and that programs escape. */
const ODD: Readonly<Record<string, string>> = {
  code: `"+/%'<&=`,
  'client secret': `"+/%:&=`,
  'refresh token': `"+/%'=&`,
  'access token': '+/~.-_',
  'registration token': '+/~.-_',
  'page cookie': '!#$%&*+./',
  cookie: '!#$%&*+./',
  session: `!"#$%&'()`,
};

function issue(state: State, name: string, aud = `${state.origin()}/mcp`): string {
  const isJwt = name === 'ID token' || (name === 'access token' && state.options.jwt === true);
  const random = () => randomBytes(18).toString('base64url');
  const value = isJwt ? jwt(state, aud, random) : `${random()}${ODD[name] ?? ''}${random()}`;
  state.secrets.push({ name: `${name} ${state.secrets.length}`, value });
  return value;
}

function jwt(state: State, aud: string, random: () => string): string {
  const part = (one: object) => Buffer.from(JSON.stringify(one)).toString('base64url');
  const person = { sub: random(), email: `${random()}@user.example` };
  for (const [name, value] of Object.entries(person))
    state.secrets.push({ name: `person, ${name}`, value });
  const iat = Math.floor(Date.now() / 1000);
  const claims = { jti: random(), iss: state.origin(), aud, iat, exp: iat + 3600, ...person };
  return `${part({ kid: random(), alg: 'RS256' })}.${part(claims)}.${random()}${random()}`;
}

/** What we send that is secret; a made-up value that all the world may know is none. */
function learn(state: State, name: string, value: string | null): void {
  if (value === null || value.length < 16 || value.startsWith('unblank-')) return;
  if (!state.secrets.some((one) => one.value === value))
    state.secrets.push({ name: `${name} ${state.secrets.length}`, value });
}

function newest(state: State, kind: string): string {
  return state.secrets.findLast(({ name }) => name.startsWith(kind))?.value ?? '';
}

function headerSafe(value: string): string {
  return value.replaceAll(/[^\x20-\x7e]/g, '?');
}

function send(
  response: ServerResponse,
  status: number,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
