import { expect, describe, test } from 'vitest';
import { AppError } from '../../contract/errors.ts';
import { reportSchema } from '../../contract/report.ts';
import { ISSUER, MCP_URL } from '../testing/exchange-builders.ts';
import { answerJson, answerText } from '../testing/fake-answers.ts';
import { startTrace, type TraceRigOptions } from '../testing/trace-rig.ts';
import { RULES } from './rules.ts';
import { replayTrace } from './trace.ts';

async function traced(options: TraceRigOptions = {}) {
  const rig = startTrace(options);
  const { report, file } = await rig.result;
  const target = reportSchema.parse(report).targets[0]!;
  const forms = rig.ports.http.requests
    .filter(({ url }) => url === `${ISSUER}/token`)
    .map(({ body }) => new URLSearchParams(body ?? ''));
  return {
    ...rig,
    report,
    file,
    target,
    signIn: target.signIn!,
    forms,
    seen: file.evidence.signIn?.trace,
  };
}
/** Nothing of a run is open, waiting or kept. */
async function expectNothingLeft({ way, ports, vault }: ReturnType<typeof startTrace>) {
  expect([way.openPages, ports.http.openSessions, ports.clock.pending]).toEqual([0, 0, 0]);
  expect((await vault.list()).entries).toEqual([]);
}

describe('a traced sign-in that goes well', () => {
  test('signs in, lists, refreshes and revokes, and shows the end in the window', async () => {
    const { signIn, seen, way } = await traced();
    expect(signIn).toMatchObject({ outcome: 'signed-in', rounds: 1, as: 'claude-code' });
    expect(signIn.headline).toMatch(/token, tool list, refresh and revocation work\.$/);
    expect(seen?.refresh).toMatchObject({ rotation: 'new' });
    expect(Object.keys(seen?.checks ?? {})).toEqual(
      expect.arrayContaining(['unknown grant', 'unknown client', 'code again']),
    );
    expect(way.told).toEqual([
      { title: expect.stringMatching(/^Signed in as Claude Code/), text: expect.any(String) },
    ]);
  });

  test('D22: leaves no token, no window, no session and no timer', async () => {
    const rig = await traced();
    await expectNothingLeft(rig);
    expect(rig.signIn.tokensAfter).toContain('Nothing of them is kept on this machine.');
  });

  test('names the client that stays at a server that deletes none', async () => {
    const { target } = await traced();
    expect(target.leftBehind.join()).toContain('keeps the client registered-client');
  });

  test('F1, D16: no token, code or verifier is in the report, the file or the news', async () => {
    const { report, file, news, forms, way } = await traced();
    const secrets = [
      ...forms.flatMap((one) => [one.get('code_verifier'), one.get('refresh_token')]),
      ...way.visited.map((one) => new URL(one).searchParams.get('state')),
      'issued-code',
      'issued-access-1',
    ].filter((one) => one !== null && !one.startsWith('unblank-'));
    const texts = JSON.stringify([report, file, news]);
    expect(secrets.filter((one) => texts.includes(one!))).toEqual([]);
    expect(secrets.length).toBeGreaterThan(5);
  });

  test('D11, D15: redirect URI and resource are the same letters at page and token', async () => {
    const { forms, way } = await traced();
    const asked = new URL(way.visited[0]!).searchParams;
    const redeemed = forms.find((one) => one.get('grant_type') === 'authorization_code')!;
    for (const name of ['redirect_uri', 'resource'])
      expect([name, redeemed.get(name)]).toEqual([name, asked.get(name)]);
  });

  test('E9: sends nothing to the server but what changes nothing', async () => {
    const { ports } = await traced();
    const bodies = ports.http.requests.filter(({ url }) => url === MCP_URL).map(({ body }) => body);
    const methods = bodies.map((one) => /"method":"([^"]*)"/.exec(one ?? '')?.[1] ?? '');
    expect(methods.filter((one) => one.startsWith('tools/call'))).toEqual([]);
    expect(methods).toContain('tools/list');
  });
});

describe('a saved trace', () => {
  const rows: readonly (readonly [string, TraceRigOptions])[] = [
    ['that went well', {}],
    [
      'with a refused token',
      { routes: { [`POST ${ISSUER}/token`]: answerJson({ error: 'invalid_grant' }, 400) } },
    ],
    ['that never started', { routes: { [`POST ${MCP_URL}`]: answerText('', 500) } }],
    ['as hosted Claude, thorough', { request: { as: 'claude-hosted', thorough: true } }],
  ];
  test.each(rows)('%s gives the identical report again', async (_name, options) => {
    const { report, file } = await traced(options);
    expect(replayTrace(JSON.stringify(file), RULES)).toEqual(report);
  });
});

describe('what is kept by the user’s wish', () => {
  test('D12: stays in the keychain under its issuer and resource, not marked as left behind', async () => {
    const { vault, signIn } = await traced({ request: { keep: true } });
    const { entries } = await vault.list();
    expect(entries).toMatchObject([
      { issuer: ISSUER, clientId: 'registered-client', pending: false },
    ]);
    expect(signIn.tokensAfter.join()).toContain('unblank tokens list');
  });

  test('keeps with it what deletes the client that was registered', async () => {
    const register = answerJson(
      {
        client_id: 'registered-client',
        registration_client_uri: `${ISSUER}/register/registered-client`,
        registration_access_token: 'planted-management-token',
      },
      201,
    );
    const routes = { [`POST ${ISSUER}/register`]: register };
    const { vault, file } = await traced({ routes, request: { keep: true } });
    const [entry] = (await vault.list()).entries;
    const read = await vault.read(entry!.id);
    const management = read.ok ? read.value?.identity.management : null;
    expect(management?.token.reveal()).toBe('planted-management-token');
    expect(JSON.stringify(file)).not.toContain('planted-management-token');
  });
});

describe('L2: what cannot be begun is said', () => {
  test('a window that cannot be opened leaves nothing', async () => {
    const rig = startTrace({ failure: new AppError('window-failed') });
    await expect(rig.result).rejects.toThrow(AppError);
    await expectNothingLeft(rig);
  });

  test.each([
    [{ as: 'nobody' as never }, 'no-such-sign-in'],
    [{ way: 'system' as const }, 'no-such-way'],
    [{ choice: { kind: 'urls' as const, urls: [] } }, 'not-one-server'],
  ])('%j', async (request, code) => {
    const rig = startTrace({ request });
    await expect(rig.result).rejects.toMatchObject({ code });
    await expectNothingLeft(rig);
  });
});

describe('D14: a token endpoint on plain http elsewhere', () => {
  test('is not asked, and the trace holds what points at it', async () => {
    const metadata = `GET ${ISSUER}/.well-known/oauth-authorization-server`;
    const document = {
      issuer: ISSUER,
      authorization_endpoint: `${ISSUER}/authorize`,
      token_endpoint: 'http://auth.example.com/token',
      registration_endpoint: `${ISSUER}/register`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
    };
    const { ports, file, target } = await traced({
      routes: { [metadata]: answerJson(document) },
      request: { as: 'python-sdk' },
    });
    const asked = ports.http.requests.filter(
      ({ url, method }) => url.startsWith('http://auth') && method === 'POST',
    );
    expect(asked.map(({ body }) => body ?? '').filter((one) => one.includes('code='))).toEqual([]);
    const ids = new Set(file.exchanges.map(({ id }) => id));
    const used = target.signIn?.messages.flatMap(({ exchange }) => exchange ?? []) ?? [];
    expect(used.filter((one) => !ids.has(one))).toEqual([]);
  });
});

describe('L1, D22: stopped at any time', () => {
  test.each([false, true])(
    'before any request, nothing is left (thorough: %s)',
    async (thorough) => {
      const whole = await traced({ request: { thorough } });
      const all = whole.ports.http.requests;
      const redeemed = all.findIndex(({ body }) => body?.includes('grant_type=authorization_code'));
      for (let at = 0; at < all.length; at += thorough ? 3 : 1) {
        const rig = startTrace({
          request: { thorough },
          onRequest: (before) => {
            if (before >= at) rig.stop.abort();
          },
        });
        const { report } = await rig.result;
        expect([at, report.complete, report.targets.length]).toEqual([at, false, 1]);
        await expectNothingLeft(rig);
        const revoked = rig.ports.http.requests.some(({ url }) => url === `${ISSUER}/revoke`);
        // One is asked about while gathering, without a token of ours.
        if (at > redeemed) expect([at, revoked]).toEqual([at, true]);
      }
    },
  );

  test('while the page waits for its user, the sign-in is unfinished and the page is closed', async () => {
    const rig = startTrace({
      script: ({ url }) => {
        setImmediate(() => rig.stop.abort());
        return [
          { kind: 'request', url, method: 'GET', frame: 'top', redirectedBy: null, by: 'us' },
        ];
      },
    });
    const { report } = await rig.result;
    expect(report.complete).toBe(false);
    expect(report.targets[0]?.signIn?.outcome).toBe('unfinished');
    expect(rig.way.told).toEqual([]);
    await expectNothingLeft(rig);
  });
});
