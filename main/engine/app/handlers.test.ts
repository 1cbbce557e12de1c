import { describe, expect, test } from 'vitest';
import { createFakeHost } from '../../contract/fake.ts';
import type { EventName } from '../../contract/table.ts';
import { MODES } from '../modes/index.generated.ts';
import { answerJson, answerText, hang } from '../testing/fake-answers.ts';
import { createFakePorts, type FakePortsOptions } from '../testing/fake-ports.ts';
import type { DemoSession } from './app-options.ts';
import { createAppHandlers } from './handlers.ts';
import { RULES } from '../run/rules.ts';
import type { SignInPorts } from '../sign-in-ports.ts';

const notHere = () => Promise.reject(new Error('not in this test'));
const NO_SIGN_IN: SignInPorts = {
  ways: [],
  vault: notHere,
  locks: { hold: () => Promise.resolve(null) },
};
const URL_OF_ACME = 'https://mcp.acme.example/mcp';
const CONFIG = JSON.stringify({
  mcpServers: { acme: { type: 'http', url: `${URL_OF_ACME}?token=planted-secret-1` } },
});

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

function appWith(options: FakePortsOptions = {}, demo?: () => Promise<DemoSession>) {
  const ports = createFakePorts({ files: { '/home/ada/.claude.json': CONFIG }, ...options });
  const opened: string[] = [];
  const ended = deferred<{ name: EventName; payload: unknown }>();
  const app = createAppHandlers({
    host: 'test',
    tool: { name: 'unblank', version: '0.0.0' },
    ports,
    signIn: NO_SIGN_IN,
    loadRules: () => Promise.resolve(RULES),
    loadTrace: notHere,
    loadVendorMail: notHere,
    loadWatch: notHere,
    openTokenDesk: notHere,
    emit: (name, payload) => {
      fake.emit(name, payload);
      if (name !== 'diagnosis.progress') ended.resolve({ name, payload });
    },
    openUrl: async (url) => void opened.push(url),
    startDemo: demo ?? (() => Promise.reject(new Error('no demo in this test'))),
    onBug: () => 'ref-1',
  });
  const fake = createFakeHost(app.handlers);
  return { ports, opened, app, client: fake.client, ended: ended.promise };
}

describe('a window that opens', () => {
  test('E8: the overview contacts nobody and shows no secret', async () => {
    const { client, ports } = appWith();
    const overview = await client.call('machine.overview', {});
    expect(overview.servers.map((one) => one.name)).toEqual(['acme']);
    expect(JSON.stringify(overview)).not.toContain('planted');
    expect(ports.http.opened).toEqual([]);
  });
});

test('A13, H3: what is found in a file goes to the window masked, snippets included', async () => {
  const file = '/home/ada/.config/Claude/claude_desktop_config.json';
  const entry = { url: 'https://mcp.acme.example/mcp?token=planted-secret-2' };
  const { client } = appWith({
    files: { [file]: JSON.stringify({ mcpServers: { acme: entry } }) },
  });
  const overview = await client.call('machine.overview', {});
  expect(overview.findings.map((one) => one.code)).toEqual(['F111']);
  expect(JSON.stringify(overview)).not.toContain('planted');
});

describe('a diagnosis in a window', () => {
  test('is started by id, tells its progress and ends with a report', async () => {
    const { client, ended } = appWith();
    const [server] = (await client.call('machine.overview', {})).servers;
    const progress: string[] = [];
    client.on('diagnosis.progress', ({ text }) => progress.push(text));
    await client.call('diagnosis.start', {
      target: { kind: 'server', id: server!.id },
      register: false,
    });
    const { name, payload } = await ended;
    expect(name).toBe('diagnosis.finished');
    expect(payload).toMatchObject({ runId: 'run-1', report: { complete: true } });
    expect(progress.some((text) => text.includes('mcp.acme.example'))).toBe(true);
    expect(JSON.stringify([payload, progress])).not.toContain('planted');
  });

  test('of a bad address is refused at once, with the reason', async () => {
    const { client, ports } = appWith();
    const target = { kind: 'address', address: 'mcp.acme.example/mcp' } as const;
    await expect(client.call('diagnosis.start', { target, register: false })).rejects.toMatchObject(
      {
        code: 'bad-address',
      },
    );
    expect(ports.http.opened).toEqual([]);
  });

  test('of a server that is not in the list ends as a coded failure', async () => {
    const { client, ended } = appWith();
    await client.call('diagnosis.start', {
      target: { kind: 'server', id: 'nobody' },
      register: false,
    });
    expect(await ended).toMatchObject({
      name: 'diagnosis.failed',
      payload: { error: { code: 'unknown-target' } },
    });
  });

  test('can be stopped: what was seen arrives as an incomplete report', async () => {
    const routes = { [`POST ${URL_OF_ACME}`]: hang(), [`GET ${URL_OF_ACME}`]: hang() };
    const { client, ended, ports } = appWith({ routes });
    const target = { kind: 'address', address: URL_OF_ACME } as const;
    const { runId } = await client.call('diagnosis.start', { target, register: false });
    await client.call('diagnosis.cancel', { runId });
    const { name, payload } = await ended;
    expect(name).toBe('diagnosis.finished');
    expect(payload).toMatchObject({ report: { complete: false } });
    expect(ports.http.openSessions).toBe(0);
  });

  test('L1: closing the window ends everything that hangs', async () => {
    const routes = { [`POST ${URL_OF_ACME}`]: hang() };
    const { client, app, ports } = appWith({ routes });
    const target = { kind: 'address', address: URL_OF_ACME } as const;
    await client.call('diagnosis.start', { target, register: false });
    await app.close();
    expect(ports.http.openSessions).toBe(0);
  });

  test('of the demo looks at the demo’s own home and server, and ends it', async () => {
    const inside = createFakePorts({
      files: {},
      routes: { [`POST ${URL_OF_ACME}`]: answerText('', 401) },
    });
    const closed: string[] = [];
    const { client, ended, ports } = appWith({}, async () => ({
      url: URL_OF_ACME,
      connectTo: [],
      ca: null,
      ports: inside,
      close: async () => void closed.push('demo'),
    }));
    await client.call('diagnosis.start', { target: { kind: 'demo' }, register: false });
    expect((await ended).name).toBe('diagnosis.finished');
    expect(inside.http.requests.length).toBeGreaterThan(0);
    expect(ports.http.opened).toEqual([]);
    await expect.poll(() => closed).toEqual(['demo']);
  });

  test('L4: two at once give what each gives alone', async () => {
    const routes = {
      'POST https://one.example/mcp': answerText('', 401),
      'POST https://two.example/mcp': answerJson({ jsonrpc: '2.0', id: 0, result: {} }),
    };
    const causes = async (...addresses: string[]) => {
      const { client } = appWith({ routes });
      const reports = new Map<string, unknown>();
      const all = deferred<void>();
      client.on('diagnosis.finished', ({ report }) => {
        for (const one of report.targets) reports.set(one.url ?? '', [one.rootCause, one.verdicts]);
        if (reports.size === addresses.length) all.resolve();
      });
      for (const address of addresses)
        await client.call('diagnosis.start', {
          target: { kind: 'address', address },
          register: false,
        });
      await all.promise;
      return reports;
    };
    const [one, two] = ['https://one.example/mcp', 'https://two.example/mcp'];
    const together = await causes(one, two);
    expect(together.get(one)).toEqual((await causes(one)).get(one));
    expect(together.get(two)).toEqual((await causes(two)).get(two));
  });
});

describe('pages', () => {
  test('B7, C3: a page opens by its id; an id that is not ours opens nothing', async () => {
    const { client, opened } = appWith();
    const page = await client.call('mode.explain', { code: 'f23' });
    await client.call('page.open', { page: page.references[0]!.page });
    await expect(client.call('page.open', { page: 'F23-99' })).rejects.toMatchObject({
      code: 'unknown-page',
    });
    expect(opened).toEqual(['https://github.com/anthropics/claude-code/issues/11814']);
  });

  test.each(MODES.map((one) => one.code))('%s has a help page with its sources', async (code) => {
    const { client } = appWith();
    const page = await client.call('mode.explain', { code });
    expect(page.explanation.length).toBeGreaterThan(40);
    expect(page.references.every(({ title }) => title.startsWith('https://'))).toBe(true);
    expect(page.title.split(' ').length).toBeLessThanOrEqual(9);
  });
});
