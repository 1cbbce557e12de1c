import { describe, expect, test } from 'vitest';
import { reportSchema } from '../../../contract/report.ts';
import { client as mcpRemote } from '../../clients/mcp-remote.ts';
import type { JsonObject } from '../../model/evidence.ts';
import { diagnose } from '../../run/diagnose.ts';
import { resourceDocument, serverDocument } from '../../testing/evidence-builders.ts';
import { bearer, ISSUER, MCP_URL } from '../../testing/exchange-builders.ts';
import { answerJson, answerText } from '../../testing/fake-answers.ts';
import type { FakeRoute, FakeRoutes } from '../../testing/fake-http.ts';
import { createFakePorts } from '../../testing/fake-ports.ts';
import { PROFILES } from '../../testing/registration-evidence.ts';
import { RULES } from '../../run/rules.ts';

const SECRET = 'planted_secret_value';
const TOKEN = 'planted-management.token';
const CHALLENGE = answerText('', 401, [['WWW-Authenticate', bearer()]]);
const WELL_KNOWN = 'https://mcp.example.com/.well-known/oauth-protected-resource';
const CLIENTS = (['claude-code', 'mcp-remote'] as const).map((id) => ({
  ...mcpRemote,
  id,
  registers: PROFILES[id]!,
}));

const registers = (more: JsonObject = {}): FakeRoute => {
  return (request, at) => {
    const body = JSON.parse(request.body ?? '{}') as JsonObject;
    return answerJson(
      {
        ...body,
        client_id: `c${at}`,
        client_secret: SECRET,
        registration_access_token: TOKEN,
        registration_client_uri: `${ISSUER}/register/c?token=${TOKEN}`,
        ...more,
      },
      201,
    );
  };
};

async function reportOf(routes: FakeRoutes) {
  const ports = createFakePorts({
    routes: {
      [`POST ${MCP_URL}`]: CHALLENGE,
      [`GET ${MCP_URL}`]: CHALLENGE,
      [`GET ${WELL_KNOWN}/mcp`]: answerJson(resourceDocument()),
      [`GET ${WELL_KNOWN}`]: answerJson(resourceDocument()),
      [`GET ${ISSUER}/.well-known/oauth-authorization-server`]: answerJson(serverDocument()),
      ...routes,
    },
  });
  const report = await diagnose(
    {
      choice: { kind: 'urls', urls: [MCP_URL] },
      clients: null,
      offline: false,
      connectTo: [],
      ca: null,
      register: true,
    },
    {
      ports,
      ...RULES,
      clients: CLIENTS,
      tool: { name: 'unblank', version: '0.0.0' },
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
  return { report: reportSchema.parse(report), requests: ports.http.requests };
}

describe('H3: what a registration gives away is in no report', () => {
  const deletion = `DELETE ${ISSUER}/register/c?token=${TOKEN}`;
  const refusedWith = (text: string) => answerJson({ error: 'x', error_description: text }, 400);
  test.each<[string, FakeRoutes]>([
    ['deleted', { [`POST ${ISSUER}/register`]: registers(), [deletion]: answerText('', 204) }],
    [
      'the deletion is refused with the token in its words',
      {
        [`POST ${ISSUER}/register`]: registers(),
        [deletion]: refusedWith(`no client for ${TOKEN}`),
      },
    ],
    [
      'the answer repeats the secrets where nobody expects them',
      {
        [`POST ${ISSUER}/register`]: registers({
          client_name: `hello ${SECRET}`,
          redirect_uris: [`https://client.example/${TOKEN}`],
        }),
      },
    ],
    [
      'a long answer is cut in the middle of a secret',
      {
        [`POST ${ISSUER}/register`]: (request, at) => {
          const body = JSON.parse(request.body ?? '{}') as JsonObject;
          const filler = { filler: 'x'.repeat(4060 - JSON.stringify(body).length) };
          const whole = { ...filler, ...body, client_id: `c${at}`, client_secret: SECRET };
          return answerJson(whole, 201);
        },
      },
    ],
  ])('%s', async (_, routes) => {
    const { report, requests } = await reportOf(routes);
    const text = JSON.stringify(report);
    expect(text).not.toContain('planted');
    // The sweep would prove nothing if nobody had registered.
    expect(requests.filter(({ url }) => url === `${ISSUER}/register`).length).toBeGreaterThan(2);
    expect(text).toContain('client registration');
  });
});

test('H3: the token goes to its own address and nowhere else', async () => {
  const { requests } = await reportOf({ [`POST ${ISSUER}/register`]: registers() });
  const carrying = requests.filter(({ headers }) => JSON.stringify(headers).includes(TOKEN));
  expect(carrying.length).toBeGreaterThan(0);
  for (const { method, url } of carrying)
    expect(`${method} ${new URL(url).origin}`).toBe(`DELETE ${ISSUER}`);
});

test.each(['registration', 'https://', 'warning', 'claude-code'])(
  'a server that gives “%s” as a secret gets a report all the same',
  async (secret) => {
    const { report } = await reportOf({
      [`POST ${ISSUER}/register`]: registers({ client_secret: secret }),
    });
    expect(report.targets[0]?.trace.some(({ step }) => step === 'registration')).toBe(true);
  },
);
