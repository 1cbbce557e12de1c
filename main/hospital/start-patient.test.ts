import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openPorts } from './open-ports.ts';
import type { PatientOptions } from './patient.ts';
import { empty } from './reply.ts';
import { startPatient, type RunningPatient } from './start-patient.ts';
import { form, openResponse, rpc, send, withToken } from './testing/send.ts';

const SETTINGS: readonly { readonly title: string; readonly options: PatientOptions }[] = [
  { title: 'two origins on loopback', options: {} },
  { title: 'one origin on loopback', options: { oneOrigin: true } },
  { title: 'https on loopback', options: { tls: true } },
  { title: 'two public-looking hosts', options: { tls: true, host: 'mcp.acme.example' } },
  {
    title: 'one public-looking host on another port',
    options: { tls: true, host: 'mcp.acme.example', publicPort: 8383, oneOrigin: true },
  },
  { title: 'a public-looking host without TLS', options: { host: 'mcp.acme.example' } },
];

/** Runs a test on a patient and closes it whatever happens. */
async function withPatient(
  name: string,
  options: PatientOptions,
  work: (patient: RunningPatient) => Promise<void>,
): Promise<void> {
  const patient = await startPatient(name, options);
  try {
    await work(patient);
  } finally {
    await patient.close();
  }
}

describe.each(SETTINGS)('the healthy pair as $title', ({ options }) => {
  test.each([
    ['initialize', 'protocolVersion'],
    ['server/discover', 'supportedVersions'],
  ])('lets a client from a first %s to an answer, by what it reads on the way', (method, key) =>
    withPatient('healthy', options, async (patient) => {
      const first = await send(patient, patient.url, rpc(method));
      expect(first.status).toBe(401);
      const challenge = /^Bearer resource_metadata="([^"]+)", scope="mcp:tools"$/;
      const prm = await send(patient, challenge.exec(first.headers['www-authenticate']!)![1]!);
      expect(prm.json?.resource).toBe(patient.url);
      const [issuer] = prm.json?.authorization_servers as string[];
      const metadata = await send(patient, `${issuer}/.well-known/oauth-authorization-server`);
      expect(metadata.json?.issuer).toBe(issuer);
      const tokens = await obtain(patient, metadata.json as Record<string, string>);
      const answer = await send(patient, patient.url, withToken(rpc(method), tokens.access_token!));
      expect(answer.json?.result).toHaveProperty(key);
      const list = withToken(rpc('tools/list'), tokens.access_token!);
      expect((await send(patient, patient.url, list)).json?.result).toHaveProperty('tools');
      expect(patient.requests.at(-1)).toEqual({ method: 'POST', url: patient.url, status: 200 });
    }),
  );
});

/** Registration, authorization, token and refresh by hand: the second token is what counts. */
async function obtain(
  patient: RunningPatient,
  metadata: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const redirect_uri = 'http://localhost:4711/callback';
  const registered = await send(patient, metadata.registration_endpoint!, {
    method: 'POST',
    body: JSON.stringify({ redirect_uris: [redirect_uri], application_type: 'native', odd: 1 }),
  });
  expect(registered.status).toBe(201);
  expect(registered.json?.redirect_uris).toEqual([redirect_uri]);
  const client_id = String(registered.json?.client_id);
  const code_verifier = randomBytes(32).toString('base64url');
  const url = new URL(metadata.authorization_endpoint!);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri,
    code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'a/b+c=d&e',
    scope: 'mcp:tools',
    resource: patient.url,
  }).toString();
  const hop = await send(patient, url.href);
  expect(hop.status).toBe(302);
  const callback = new URL(hop.headers.location!);
  expect(callback.origin + callback.pathname).toBe(redirect_uri);
  expect(callback.searchParams.get('state')).toBe('a/b+c=d&e');
  expect(callback.searchParams.get('iss')).toBe(metadata.issuer);
  const code = callback.searchParams.get('code')!;
  const redeemed = await send(
    patient,
    metadata.token_endpoint!,
    form({
      grant_type: 'authorization_code',
      code,
      client_id,
      redirect_uri,
      code_verifier,
      resource: patient.url,
    }),
  );
  expect(redeemed.status).toBe(200);
  expect(redeemed.headers['cache-control']).toBe('no-store');
  expect(redeemed.json).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  const refresh_token = String(redeemed.json?.refresh_token);
  const refreshed = await send(
    patient,
    metadata.token_endpoint!,
    form({ grant_type: 'refresh_token', refresh_token, client_id, resource: patient.url }),
  );
  expect(refreshed.status).toBe(200);
  expect(refreshed.json?.refresh_token).not.toBe(refresh_token);
  return refreshed.json as Record<string, string>;
}

describe('starting a patient', () => {
  test('the URL and the routes are those of the public-looking names', () =>
    withPatient('healthy', { tls: true, host: 'mcp.acme.example' }, async (patient) => {
      expect(patient.url).toBe('https://mcp.acme.example/mcp');
      expect(patient.connectTo).toEqual([
        expect.stringMatching(/^mcp\.acme\.example:443:127\.0\.0\.1:\d+$/),
        expect.stringMatching(/^auth\.acme\.example:443:127\.0\.0\.1:\d+$/),
      ]);
      expect(patient.ca).toContain('BEGIN CERTIFICATE');
      expect(patient.ca).not.toContain('PRIVATE KEY');
    }));

  test('without a host it is a loopback address that needs no route', () =>
    withPatient('healthy', {}, async (patient) => {
      expect(patient.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/mcp$/);
      expect(patient.connectTo).toEqual([]);
      expect(patient.ca).toBeNull();
    }));

  test('a name that no patient has is refused with the names there are', async () => {
    await expect(startPatient('nobody')).rejects.toThrow(/"nobody"\. There are: .*healthy/);
  });

  test('a patient that says http everywhere is led to https on port 80, as by a proxy', () =>
    withPatient('incident-proxy-says-http', {}, async (patient) => {
      for (const host of ['mcp', 'auth']) {
        const { status, headers } = await send(patient, `http://${host}.acme.example/x?y=1`);
        expect([status, headers.location]).toEqual([301, `https://${host}.acme.example/x?y=1`]);
      }
    }));

  test('an alias leads to the same server as the name beside it', () =>
    withPatient('redirect-other-origin', { tls: true, host: 'mcp.acme.example' }, async (one) => {
      expect(one.names.mcpAlias).toBe('https://www.acme.example');
      const url = `${one.names.mcpAlias}/v2/mcp`;
      expect((await send(one, url, rpc('initialize'))).status).toBe(401);
    }));

  test('what was opened is closed again where an address is not to be had', async () => {
    const answer = () => empty(204);
    const listeners = () =>
      process.getActiveResourcesInfo().filter((one) => one === 'TCPServerWrap').length;
    const before = listeners();
    // TEST-NET-3 (RFC 5737): no machine has it.
    const setting = { authAddress: '203.0.113.1' as '::1' };
    await expect(
      openPorts(setting, { own: null, untrusted: null }, { mcp: answer, auth: answer }),
    ).rejects.toMatchObject({
      code: 'EADDRNOTAVAIL',
    });
    expect(listeners()).toBe(before);
  });

  test('a public port without a host is refused', async () => {
    await expect(startPatient('healthy', { publicPort: 8383 })).rejects.toThrow(TypeError);
  });

  test('L4: two patients at once know nothing of each other', () =>
    withPatient('healthy', {}, (one) =>
      withPatient('healthy', {}, async (other) => {
        await send(one, one.url);
        expect(other.requests).toEqual([]);
        expect(one.url).not.toBe(other.url);
      }),
    ));
});

describe('closing a patient', () => {
  test('a stream, an unanswered request and an idle connection all end at once', async () => {
    const patient = await startPatient('network-endless');
    const stream = await openResponse(patient, patient.url);
    const ended = new Promise<string>((resolve) => {
      stream.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'no code'));
      stream.on('end', () => resolve('end'));
    });
    stream.resume();
    await patient.close();
    expect(await ended).toBe('ECONNRESET');
    await patient.close();
    await expect(send(patient, patient.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

test.each([
  ['claude-code-11814', 1],
  ['network-certificate-self-signed', 2],
])('%s stands on plain loopback where that is asked', async (name, origins) => {
  await withPatient(name, { plain: true }, async ({ names, connectTo, ca }) => {
    const own = [names.mcpOrigin, names.authOrigin];
    for (const one of own) expect(one).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(new Set(own).size).toBe(origins);
    expect([connectTo, ca]).toEqual([[], null]);
  });
});
