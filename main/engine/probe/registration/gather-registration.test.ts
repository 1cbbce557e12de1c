import { describe, expect, test } from 'vitest';
import { client as mcpRemote } from '../../clients/mcp-remote.ts';
import { MCP_REMOTE_REGISTERS } from '../../clients/registers/mcp-remote.ts';
import type { Client, RegistrationProfile } from '../../model/client.ts';
import type { JsonObject } from '../../model/evidence.ts';
import type { HttpRequest } from '../../ports.ts';
import {
  authorizationServer,
  healthyEvidence,
  serverDocument,
  withResource,
  mcpOrigin,
} from '../../testing/evidence-builders.ts';
import { ISSUER, MCP_URL, OPEN, contacts } from '../../testing/exchange-builders.ts';
import { createFakeClock } from '../../testing/fake-clock.ts';
import { answerJson, answerText } from '../../testing/fake-answers.ts';
import { createFakeHttp, type FakeRoute } from '../../testing/fake-http.ts';
import { PROFILES, refusal } from '../../testing/registration-evidence.ts';
import type { ServerEvidence } from '../gather-server.ts';
import { createSender } from '../sender.ts';
import { gatherRegistration } from './gather-registration.ts';

const REGISTER = `${ISSUER}/register`;
const ids = ['claude-hosted', 'claude-code', 'mcp-remote'] as const;
const client = (
  id: Client['id'],
  registers: RegistrationProfile | null = PROFILES[id]!,
): Client => ({
  ...mcpRemote,
  id,
  registers,
});
const CLIENTS = ids.map((id) => client(id));

const bodyOf = (request: HttpRequest) => JSON.parse(request.body ?? '{}') as JsonObject;
const isBad = (uri: unknown) => /^(javascript|http:\/\/client\.example)/.test(String(uri));

/** Registers everything but bad redirects; each client can be deleted where `deletable` says so. */
function registering(deletable: (at: number) => string | null = manage): FakeRoute {
  return (request, at) => {
    const body = bodyOf(request);
    if (isBad((body.redirect_uris as string[])[0])) return refusal('invalid_redirect_uri');
    const uri = deletable(at);
    const management =
      uri === null ? {} : { registration_client_uri: uri, registration_access_token: `rat-${at}` };
    return answerJson({ ...body, client_id: `c${at}`, ...management }, 201);
  };
}
const manage = (at: number) => `${REGISTER}/c${at}`;

async function gather(
  route: FakeRoute,
  {
    clients = CLIENTS,
    server = withResource({ scopes_supported: ['mcp:tools', 'mcp:read'] }) as ServerEvidence,
    deletion = answerText('', 204),
  } = {},
) {
  const deletions = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`DELETE ${manage(at)}`, deletion]),
  );
  const http = createFakeHttp({ routes: { [`POST ${REGISTER}`]: route, ...deletions } });
  const session = http.open({ userUrl: MCP_URL, connectTo: [], ca: null });
  const send = createSender({
    session,
    clock: createFakeClock(),
    signal: new AbortController().signal,
    onExchange: () => undefined,
  });
  const evidence = await gatherRegistration(MCP_URL, server, clients, send);
  const asked = http.requests.filter(({ method }) => method !== 'GET');
  return { attempts: evidence!.attempts, evidence, asked };
}

describe('at a healthy server', () => {
  test('one registration for each client, three that are tried once, and every one deleted', async () => {
    const { attempts, asked } = await gather(registering());
    expect(attempts.map(({ as, variant, removal }) => [as, variant, removal])).toEqual([
      ['claude-hosted', 'as the client sends it', 'deleted'],
      ['claude-code', 'as the client sends it', 'deleted'],
      ['mcp-remote', 'as the client sends it', 'deleted'],
      ['claude-code', 'with an unknown member', 'deleted'],
      ['claude-code', 'with a plain http redirect', null],
      ['claude-code', 'with a script for a redirect', null],
    ]);
    const count = (method: string) => asked.filter((one) => one.method === method).length;
    expect([count('POST'), count('DELETE'), asked.length]).toEqual([6, 4, 10]);
    expect(asked.at(-1)?.headers).toEqual([['Authorization', 'Bearer rat-3']]);
  });

  test('each body is the client’s own, with the scope of the resource metadata where it sends one', async () => {
    const { asked } = await gather(registering());
    const bodies = asked.slice(0, 3).map(bodyOf);
    expect(bodies[2]).toEqual({ ...MCP_REMOTE_REGISTERS.body, scope: 'mcp:tools mcp:read' });
    expect(bodies.map(({ scope }) => scope)).toEqual([
      undefined,
      'mcp:tools mcp:read',
      'mcp:tools mcp:read',
    ]);
  });

  test('the scope of the challenge wins', async () => {
    const header = 'Bearer scope="mcp:one"';
    const server = healthyEvidence({ first: contacts({ header }) }) as ServerEvidence;
    const { asked } = await gather(registering(), { server });
    expect(bodyOf(asked[1]!).scope).toBe('mcp:one');
  });

  test('a body that is a guess comes last, and what is tried once stands on a real one', async () => {
    const clients = [client('claude-desktop-code'), client('claude-code')];
    const { attempts } = await gather(registering(), { clients });
    expect(attempts.map(({ as }) => as)).toEqual([
      'claude-code',
      'claude-desktop-code',
      ...Array.from({ length: 3 }, () => 'claude-code'),
    ]);
  });

  test('an older version of a client, and one that does not register, are passed over', async () => {
    const clients = [
      { ...client('claude-code'), isNewest: false },
      client('vscode', null),
      client('mcp-remote'),
    ];
    const { attempts } = await gather(registering(), { clients });
    expect(new Set(attempts.map(({ as }) => as))).toEqual(new Set(['mcp-remote']));
  });

  test('H3: no secret of an answer stays in the evidence that is judged', async () => {
    const { attempts } = await gather((request) =>
      answerJson(
        {
          ...bodyOf(request),
          client_id: 'c',
          client_secret: 'planted',
          registration_access_token: 'planted',
        },
        201,
      ),
    );
    expect(JSON.stringify(attempts.map(({ json }) => json))).not.toContain('planted');
    expect(attempts[0]?.json?.client_secret).toBe('…');
  });
});

describe('where registration is refused', () => {
  test('one thing is changed at a time, until one passes, once for the same answer', async () => {
    const { attempts } = await gather((request) =>
      bodyOf(request).scope === undefined
        ? answerJson({ ...bodyOf(request), client_id: request.body }, 201)
        : refusal('invalid_client_metadata'),
    );
    expect(attempts.slice(0, 4).map(({ as, variant }) => `${as} ${variant}`)).toEqual([
      'claude-hosted as the client sends it',
      'claude-code as the client sends it',
      'claude-code without scope',
      'mcp-remote as the client sends it',
    ]);
  });

  test('a client with a secret is tried both ways', async () => {
    const { attempts, asked } = await gather(refusal('invalid_client_metadata'));
    expect(attempts.slice(0, 3).map(({ variant }) => variant)).toEqual([
      'as the client sends it',
      'with a secret in the form',
      'with a secret in the header',
    ]);
    expect(asked).toHaveLength(5);
  });

  test('for its redirect, or for want of a token, nothing else is tried', async () => {
    for (const answer of [
      refusal('invalid_redirect_uri'),
      answerText('', 401),
      answerText('', 403),
    ])
      expect((await gather(answer)).asked).toHaveLength(3);
  });
});

describe('registering ends', () => {
  test('DR-20: at 429, and what was registered before is deleted', async () => {
    const { attempts, asked } = await gather((request, at) =>
      at < 1 ? pick(registering(), request, at) : answerText('', 429),
    );
    expect(attempts.map(({ removal }) => removal)).toEqual(['deleted', null]);
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE']);
  });

  test('where the endpoint does not answer', async () => {
    const failure = { kind: 'failure', failure: 'reset', code: '', message: 'reset' } as const;
    expect((await gather(failure)).asked).toHaveLength(1);
  });
});

describe('nothing is registered', () => {
  const none = async (server: ServerEvidence) => {
    const { evidence, asked } = await gather(registering(), { server });
    expect(asked).toEqual([]);
    expect(evidence).toMatchObject({ attempts: [] });
  };
  const withEndpoint = (endpoint: string | undefined) =>
    healthyEvidence({
      authorizationServers: [
        mcpOrigin(),
        authorizationServer(ISSUER, serverDocument({ registration_endpoint: endpoint })),
      ],
    }) as ServerEvidence;

  test('without a registration endpoint', () => none(withEndpoint(undefined)));
  test('D6: at an address that is not http', () => none(withEndpoint('ftp://auth.example.com/r')));
  test('where no sign-in is asked for', () =>
    none(healthyEvidence({ first: contacts({ post: OPEN }) }) as ServerEvidence));
});

describe('deletion', () => {
  const removals = async (
    deletable: (at: number) => string | null,
    deletion = answerText('', 204),
  ) => {
    const { attempts, asked } = await gather(registering(deletable), { deletion });
    const sent = asked.filter(({ method }) => method === 'DELETE').map(({ url }) => url);
    return { first: attempts[0]?.removal, sent };
  };

  test('is not offered without an address and a token', async () => {
    expect(await removals(() => null)).toEqual({ first: 'not offered', sent: [] });
  });

  test.each([
    'https://elsewhere.example/c',
    'http://auth.example.com/register/c',
    '/register/c',
    'ftp://auth.example.com/register/c',
    'https://auth.example.com:8443/register/c',
  ])('E2, D6: the token is not sent to %s', async (uri) => {
    expect(await removals(() => uri)).toEqual({ first: 'not offered', sent: [] });
  });

  test('that is refused is told', async () => {
    expect(await removals(manage, answerText('', 403))).toMatchObject({ first: 'refused' });
  });

  test('leaves a client alone that others may be using', async () => {
    const shared: FakeRoute = (request) =>
      answerJson(
        {
          ...bodyOf(request),
          client_id: 'everybody',
          registration_client_uri: manage(0),
          registration_access_token: 'rat',
        },
        201,
      );
    const { attempts, asked } = await gather(shared);
    expect(attempts.every(({ removal }) => removal === null)).toBe(true);
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
  });

  test('leaves a client alone that is older than this run', async () => {
    const old: FakeRoute = (request, at) => {
      const answer = pick(registering(), request, at) as ReturnType<typeof answerJson>;
      if (answer.kind === 'failure') return answer;
      const json = JSON.parse(answer.response.body) as JsonObject;
      return answerJson({ ...json, client_id_issued_at: -7200 }, answer.response.status);
    };
    const { attempts, asked } = await gather(old);
    expect(attempts.every(({ removal }) => removal === null)).toBe(true);
    expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
  });
});

function pick(route: FakeRoute, request: HttpRequest, at: number) {
  if (typeof route !== 'function') throw new Error('not a function');
  return route(request, at);
}
