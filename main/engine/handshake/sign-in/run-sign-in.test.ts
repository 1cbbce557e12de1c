import { describe, expect, test } from 'vitest';
import { SECOND_CLIENT } from '../../clients/sign-in/rounds-of.ts';
import type { HttpOutcome, HttpRequest } from '../../ports.ts';
import { bearer, ISSUER, MCP_URL } from '../../testing/exchange-builders.ts';
import { answerJson, answerText } from '../../testing/fake-answers.ts';
import type { FakeRoutes } from '../../testing/fake-http.ts';
import type { FakeScript, ScriptedEvent } from '../../testing/fake-sign-in-way.ts';
import { LOGIN_PARTS } from '../../testing/navigation-of.ts';
import { startTrace, type TraceRigOptions } from '../../testing/trace-rig.ts';

const TOKEN = `POST ${ISSUER}/token`;
const MCP = `POST ${MCP_URL}`;
const REGISTER = `POST ${ISSUER}/register`;
const REVOKE = `POST ${ISSUER}/revoke`;

async function traced(options: TraceRigOptions = {}) {
  const rig = startTrace(options);
  const { report, file } = await rig.result;
  const scopes = rig.way.visited.map((one) => new URL(one).searchParams.get('scope'));
  const { signIn, findings } = report.targets[0]!;
  const trace = file.evidence.signIn!.trace!;
  return { ...rig, scopes, signIn: signIn!, findings, trace, evidence: file.evidence };
}

type Change = (request: HttpRequest, answer: HttpOutcome, before: number) => HttpOutcome;
/** A healthy server but for what one address answers. */
const but = (route: string, change: Change) => ({
  routes: (healthy: FakeRoutes): FakeRoutes => ({
    [route]: (request, before) => {
      const known = healthy[route] as (request: HttpRequest, before: number) => HttpOutcome;
      return change(request, known(request, before), before);
    },
  }),
});
const isGood = (answer: HttpOutcome) =>
  answer.kind === 'response' && answer.response.status === 200;
const challenged = (status: number, more: string) =>
  answerText('', status, [['WWW-Authenticate', `${bearer()}${more}`]]);
const lacks = (scope: string) => challenged(403, `, error="insufficient_scope", scope="${scope}"`);

describe('a client signs in again', () => {
  test('after 401 for a good token, and the second identical round is called a loop', async () => {
    const { signIn, trace, way } = await traced(
      but(MCP, (_request, answer) =>
        isGood(answer) ? challenged(401, ', error="invalid_token"') : answer,
      ),
    );
    expect([trace.end, trace.rounds.map(({ because }) => because)]).toEqual([
      'loop',
      ['the first request', '401 after a good token'],
    ]);
    expect(signIn.outcome).toBe('loop');
    expect(way.told).toEqual([{ title: signIn.headline, text: signIn.next }]);
  });

  test('D18: asks for the union of scopes after 403, and is in when that is enough', async () => {
    let asked = 0;
    const { scopes, trace } = await traced(
      but(MCP, (_request, answer) => {
        asked += isGood(answer) ? 1 : 0;
        return isGood(answer) && asked <= 2 ? lacks('mcp:write') : answer;
      }),
    );
    expect(trace.rounds.map(({ because }) => because)).toEqual([
      'the first request',
      '403 insufficient_scope',
    ]);
    expect(scopes[1]?.split(' ')).toEqual(expect.arrayContaining(['mcp:tools', 'mcp:write']));
    expect(trace.end).toBe('signed in');
  });

  test('D18: gives up after three sign-ins that each ask for more, and that is no loop', async () => {
    let asked = 0;
    const { trace, signIn } = await traced(
      but(MCP, (_request, answer) => {
        if (!isGood(answer)) return answer;
        asked += 1;
        return lacks(`mcp:more-${Math.ceil(asked / 2)}`);
      }),
    );
    expect([trace.end, trace.rounds.length]).toEqual(['failed', 3]);
    expect(signIn.headline).toMatch(/^3 sign-ins in a row, each for another reason: a token/);
    expect(signIn.headline).not.toContain('The same sign-in');
  });

  test('after 403 insufficient_scope for the list of tools alone', async () => {
    const { trace } = await traced(
      but(MCP, ({ body }, answer) =>
        isGood(answer) && body?.includes('tools/list') === true ? lacks('mcp:list') : answer,
      ),
    );
    expect(trace.rounds[1]?.because).toBe('403 insufficient_scope');
    expect(trace.end).toBe('loop');
  });

  test('with a new client where its own was forgotten', async () => {
    let registered = 0;
    const { trace } = await traced({
      routes: (healthy) => {
        const token = healthy[TOKEN] as (request: HttpRequest) => HttpOutcome;
        return {
          [REGISTER]: () => answerJson({ client_id: `client-${(registered += 1)}` }, 201),
          [TOKEN]: ({ body, ...rest }) => {
            const form = new URLSearchParams(body ?? '');
            if (form.get('client_id') === 'client-1')
              return answerJson({ error: 'invalid_client' }, 401);
            form.set('client_id', 'registered-client');
            return token({ ...rest, body: form.toString() });
          },
        };
      },
    });
    expect(trace.rounds.map(({ because, idFrom }) => [because, idFrom])).toEqual([
      ['the first request', 'registered'],
      ['the client was forgotten', 'registered'],
    ]);
    expect(trace.end).toBe('signed in');
  });

  test('never with a client id that the user gave: it cannot be renewed', async () => {
    const { trace, ports } = await traced({
      request: { client: { id: 'given-client', secret: null } },
    });
    expect([trace.end, trace.rounds.length]).toEqual(['failed', 1]);
    expect(ports.http.requests.filter(({ url }) => url.endsWith('/register'))).toEqual([]);
  });
});

const asked = (url: string): ScriptedEvent => ({
  ...{ kind: 'request', url, method: 'GET', frame: 'top', redirectedBy: null, by: 'us' },
});

const loginPage = (url: string): readonly ScriptedEvent[] => [
  { kind: 'response', url, status: 200, frame: 'top', headers: [] },
  { kind: 'commit', url, frame: 'top' },
  { kind: 'rest', url, isEmpty: false, title: 'Sign in', says: '', has: LOGIN_PARTS },
];

describe('the window', () => {
  test('that shows nothing is called blank, and says so itself', async () => {
    const script: FakeScript = ({ url }) => [
      asked(url),
      { kind: 'response', url, status: 204, frame: 'top', headers: [] },
      { kind: 'failed', url, error: 'net::ERR_ABORTED', frame: 'top' },
    ];
    const rig = startTrace({ script });
    const passes = setInterval(() => rig.ports.clock.advance(1_000), 1);
    const { report } = await rig.result.finally(() => clearInterval(passes));
    const { signIn } = report.targets[0]!;
    expect(signIn?.outcome).toBe('blank');
    expect(rig.way.told).toEqual([{ title: signIn?.headline, text: signIn?.next }]);
  });

  test('that the user closes ends unfinished, and is told nothing any more', async () => {
    const rig = startTrace({
      script: ({ url }) => {
        setImmediate(() => rig.way.closeAsUser());
        return [asked(url), ...loginPage(url)];
      },
    });
    const { report } = await rig.result;
    expect(report.targets[0]?.signIn?.outcome).toBe('unfinished');
    expect(rig.way.told).toEqual([]);
  });

  test('D9: a callback with another state is thrown away, and its code never sent', async () => {
    const script: FakeScript = ({ url, redirectUri }) => [
      asked(url),
      {
        ...{ kind: 'callback', url: `${redirectUri}?code=foreign-code&state=foreign-state` },
        ...{ method: 'GET', frame: 'top', body: null, by: 'redirect', status: 302 },
      },
    ];
    const { ports, trace } = await traced({ script });
    expect(trace.end).toBe('failed');
    expect(trace.rounds[0]?.strict).toEqual([{ step: 'callback', says: 'state differs' }]);
    const bodies = ports.http.requests.map(({ body }) => body ?? '');
    expect(bodies.filter((one) => one.includes('foreign-code'))).toEqual([]);
  });
});

describe('behind the sign-in', () => {
  test('TK-11, TK-12: the code is used again before anything else could end its token', async () => {
    const { ports, trace } = await traced();
    const grants = ports.http.requests
      .filter(({ url }) => url === `${ISSUER}/token`)
      .map(({ body }) => new URLSearchParams(body ?? ''));
    const spent = grants.findLastIndex((one) => one.get('code') === 'issued-code');
    const old = grants.findLastIndex((one) => one.get('refresh_token') === 'issued-refresh-1');
    expect(spent).toBeLessThan(old);
    expect(trace.checks['code again']).toBeDefined();
    expect(trace.refresh?.oldAgain).not.toBeNull();
  });

  test('TK-12: a token that its code’s second use ends is seen to end', async () => {
    const routes = (healthy: FakeRoutes): FakeRoutes => {
      const ended = new Set<string>();
      return {
        [REVOKE]: () => answerText('', 200),
        [TOKEN]: (request) => {
          const answer = (healthy[TOKEN] as (one: HttpRequest) => HttpOutcome)(request);
          const isCode = request.body?.includes('code=issued-code') === true;
          if (isCode && !isGood(answer)) ended.add('Bearer issued-access-1');
          return answer;
        },
        [MCP]: (request, before) => {
          const sent = request.headers.find(([name]) => name === 'Authorization')?.[1] ?? '';
          if (ended.has(sent)) return challenged(401, ', error="invalid_token"');
          return (healthy[MCP] as (one: HttpRequest, at: number) => HttpOutcome)(request, before);
        },
      };
    };
    const { trace } = await traced({ routes });
    const after = trace.checks['token after code again'];
    expect(after?.outcome).toMatchObject({ response: { status: 401 } });
  });

  test('a server that revokes refresh tokens only is not said to revoke nothing', async () => {
    const { signIn, trace } = await traced({
      routes: {
        [REVOKE]: ({ body }) =>
          body?.includes('token_type_hint=access_token') === true
            ? answerJson({ error: 'unsupported_token_type' }, 400)
            : answerText('', 200),
      },
    });
    expect(trace.revocation?.request.body).toContain('token_type_hint=refresh_token');
    expect(trace.afterRevocation).toBeNull();
    expect(signIn.headline).toMatch(/refresh and revocation work\.$/);
  });

  test('one that refuses both is said to', async () => {
    const { signIn, trace } = await traced({
      routes: { [REVOKE]: answerJson({ error: 'unsupported_token_type' }, 400) },
    });
    expect(trace.revocation?.request.body).toContain('token_type_hint=access_token');
    expect(signIn.headline).toContain('revocation does not');
  });

  test('AZ-17: a second client goes to the page, and the end stays that of the first', async () => {
    let registered = 0;
    const { trace, evidence, way, signIn } = await traced({
      request: { thorough: true },
      routes: (healthy) => {
        const register = healthy[REGISTER] as (request: HttpRequest) => HttpOutcome;
        return {
          [REGISTER]: (request) => {
            registered += 1;
            return registered === 1 ? register(request) : answerJson({ client_id: 'other' }, 201);
          },
        };
      },
    });
    expect(trace.rounds.map(({ because, clientId }) => [because, clientId])).toEqual([
      ['the first request', 'registered-client'],
      [SECOND_CLIENT, 'other'],
    ]);
    expect([trace.end, signIn.rounds]).toEqual(['signed in', 1]);
    expect(evidence.signIn?.token).toEqual(trace.rounds[0]?.token);
    expect(evidence.signIn?.list).not.toBeNull();
    expect(trace.rounds[1]?.token).toBeNull();
    expect(way.visited).toHaveLength(5);
    expect(Object.keys(trace.checks)).toEqual(
      expect.arrayContaining(['wrong verifier', 'no verifier', 'other client']),
    );
  });

  test('AZ-17: no second round where every client is given the same id', async () => {
    const { trace, way } = await traced({ request: { thorough: true } });
    expect([trace.rounds.length, way.visited.length]).toEqual([1, 3]);
  });
});
