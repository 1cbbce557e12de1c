import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TargetReport } from '../../../contract/report.ts';
import type { Patient } from '../../../hospital/patient.ts';
import { PATIENTS } from '../../../hospital/patients/index.generated.ts';
import { startPatient } from '../../../hospital/start-patient.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';
import { CLIENTS } from '../../clients/index.generated.ts';
import { MODES } from '../../modes/index.generated.ts';
import type { HttpRequest, Ports } from '../../ports.ts';
import { REQUIREMENTS } from '../../requirements/index.generated.ts';
import { diagnose, type DiagnoseRequest } from '../../run/diagnose.ts';
import { parseConnectTo } from '../../run/parse-connect-to.ts';
import { serverDocument } from '../../testing/evidence-builders.ts';
import { MCP_URL } from '../../testing/exchange-builders.ts';
import { answerJson, answerRedirect } from '../../testing/fake-answers.ts';
import { createFakePorts } from '../../testing/fake-ports.ts';
import { HEALTHY_ROUTES } from '../../testing/healthy-routes.ts';

const ALL: readonly Patient[] = PATIENTS;
/** Of this chapter: seen when the page is opened, by sign-in patients whose server answers at once as well. */
const OURS = ALL.filter(
  ({ seenBy, requirement, name }) =>
    name.startsWith('authorize-') &&
    (seenBy === 'registration' || /^AZ-0[79]|^AS-18/.test(requirement ?? '')),
);

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'unblank-home-'));
});
afterAll(() => rm(home, { recursive: true }));

async function check(
  ports: Ports,
  request: Pick<DiagnoseRequest, 'choice' | 'connectTo' | 'ca'>,
): Promise<TargetReport> {
  const report = await diagnose(
    { ...request, clients: null, offline: false, register: true },
    {
      ports,
      modes: MODES,
      clients: CLIENTS,
      requirements: REQUIREMENTS,
      tool: { name: 'unblank', version: '0.0.0' },
      signal: new AbortController().signal,
      onProgress: () => undefined,
    },
  );
  return report.targets[0]!;
}

async function examine(name: string) {
  const patient = await startPatient(name, { tls: true, host: 'mcp.acme.example' });
  try {
    const target = await check(createNodePorts({ home, os: 'linux', project: null }), {
      choice: { kind: 'urls', urls: [patient.url] },
      connectTo: patient.connectTo.map(parseConnectTo),
      ca: patient.ca,
    });
    const opened = patient.requests.filter(({ url }) => url.includes('/authorize?'));
    return { target, opened };
  } finally {
    await patient.close();
  }
}

describe('patients of the sign-in page', () => {
  test.each(OURS)(
    '$name: $expects is all that is found',
    async ({ name, requirement, expects }) => {
      const { target } = await examine(name);
      expect(target.findings.map(({ code }) => code)).toEqual([...expects]);
      const broken = target.specification.filter(({ state }) => state === 'broken');
      const ids = broken.map(({ id }) => id);
      if (requirement?.startsWith('AZ')) expect(ids).toContain(requirement);
    },
  );

  test.each(['healthy', 'authorize-asks-the-user'])('%s shows nothing', async (name) => {
    const { target, opened } = await examine(name);
    const ours = target.specification.filter(({ id }) => /^AZ|^RS-30/.test(id));
    expect(ours.filter(({ state }) => state === 'broken')).toEqual([]);
    expect(target.findings).toEqual([]);
    expect(opened.length).toBeLessThanOrEqual(22);
    expect(opened.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('a server that hands out a code at once', () => {
  const AUTHORIZE = 'https://auth.example.com/authorize';

  /** Registers everybody, and gives a code for every request. */
  const generous = () => {
    const ports = createFakePorts({ routes: HEALTHY_ROUTES });
    const { http } = ports;
    const asked: HttpRequest[] = [];
    const answer = (request: HttpRequest) => {
      asked.push(request);
      if (request.url.startsWith(AUTHORIZE)) return codeFor(request);
      return answerJson({ ...(JSON.parse(request.body ?? '{}') as object), client_id: 'c' }, 201);
    };
    const isOurs = ({ url }: HttpRequest) =>
      url.startsWith(AUTHORIZE) || url === serverDocument().registration_endpoint;
    const open: Ports['http']['open'] = (options) => {
      const session = http.open(options);
      return {
        ...session,
        send: (request, signal) =>
          isOurs(request) ? Promise.resolve(answer(request)) : session.send(request, signal),
      };
    };
    return { ports: { ...ports, http: { open } }, asked };
  };
  const codeFor = ({ url }: HttpRequest) => {
    const { searchParams } = new URL(url);
    const to = new URL(searchParams.get('redirect_uri') ?? '');
    to.searchParams.set('code', 'planted-code-4711');
    to.searchParams.set('state', searchParams.get('state') ?? '');
    return answerRedirect(to.href);
  };

  test('D10, D16: the code and the states are in no report, and nobody redeems it', async () => {
    const { ports, asked } = generous();
    const choice = { kind: 'urls', urls: [MCP_URL] } as const;
    const target = await check(ports, { choice, connectTo: [], ca: null });
    const opened = target.trace.filter(({ purpose }) => purpose === 'authorization request');
    expect(opened.length).toBeGreaterThan(10);
    expect(opened[0]?.response?.headers).toContainEqual([
      'Location',
      expect.stringMatching(/\?code=…&state=…$/),
    ]);
    expect(opened[0]?.request.url).toContain('&state=…');
    const text = JSON.stringify(target);
    expect(text).not.toContain('planted-code-4711');
    expect(text).not.toMatch(/never-signs-in|odd\+state|odd%20state/);
    expect(asked.some(({ body }) => body?.includes('planted-code-4711'))).toBe(false);
  });
});
