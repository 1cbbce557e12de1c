import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'playwright/test';
import { CALLS, EVENTS } from '../../main/contract/table.ts';
import { CONTENT_SECURITY_POLICY } from '../../main/hosts/shared/content-security-policy.ts';
import { CALL_BINDING, OWN_PAGE } from '../../main/hosts/browser/own-page.ts';
import { launchBrowser, type BrowserUnderTest } from '../drivers/browser-driver.ts';
import { listeningSockets, processesBelow } from '../drivers/process-tree.ts';

let home: string;
let app: BrowserUnderTest;
let socketsBefore: readonly string[];
test.beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'unblank-e2e-'));
  socketsBefore = await ownSockets();
  app = await launchBrowser({ home, os: 'linux' });
});
test.afterEach(async () => {
  try {
    await app.close();
  } finally {
    await rm(home, { recursive: true });
  }
});

async function ownSockets(): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const below = await processesBelow(process.pid);
  return listeningSockets([process.pid, ...below.map((one) => one.pid)]);
}
const refused = (kind: string) => app.refusals.filter((one) => one.kind === kind);

// /proc is where this can be seen without a tool; the host does the same on every system.
if (process.platform === 'linux') {
  test('C7: no process of the window listens on anything', async () => {
    expect((await processesBelow(process.pid)).length).toBeGreaterThan(1);
    expect(await ownSockets()).toEqual(socketsBefore);
  });

  test('L1: closing leaves no process and no profile behind', async () => {
    const profile = await profileFolder();
    expect((await stat(profile)).isDirectory()).toBe(true);
    const started = performance.now();
    await app.close();
    expect(performance.now() - started).toBeLessThan(3_500);
    expect(await app.ended).toBe('closed');
    await expect.poll(async () => (await browserProcesses()).length).toBe(0);
    expect(await stat(profile).catch(() => 'gone')).toBe('gone');
  });
}

// Chromium sometimes writes its own title over its arguments: then they are one, with spaces.
const PROFILE = /(?:^| )--user-data-dir=(\S+)/;

async function browserProcesses(): Promise<readonly string[]> {
  const below = await processesBelow(process.pid);
  return below.map((one) => one.args.join(' ')).filter((line) => PROFILE.test(line));
}
async function profileFolder(): Promise<string> {
  const [first = ''] = await browserProcesses();
  return PROFILE.exec(first)?.[1] ?? '';
}

test('a window that its user closes ends the host', async () => {
  await app.page.close();
  expect(await app.ended).toBe('closed');
});

test('A5: every file carries the policy', async () => {
  const files: (string | undefined)[] = [];
  app.page.on('response', (one) => files.push(one.headers()['content-security-policy']));
  await app.page.reload({ waitUntil: 'load' });
  expect(files.length).toBeGreaterThanOrEqual(3);
  expect(new Set(files)).toEqual(new Set([CONTENT_SECURITY_POLICY]));
});

test('A5: an inline script, eval and a remote image are dead', async () => {
  const seen = await app.page.evaluate(async () => {
    const tried = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return (error as Error).name;
      }
    };
    const script = document.createElement('script');
    tried(() => (script.textContent = 'window.inlineRan = true'));
    tried(() => script.appendChild(document.createTextNode('window.inlineRan = true')));
    document.body.append(script);
    // Later, outside of what the test's own channel may do.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => resolve(tried(() => (0, eval)('1 + 1'))), 0);
    });
    const image = await new Promise((resolve) => {
      const one = new Image();
      one.onload = () => resolve('loaded');
      one.onerror = () => resolve('failed');
      one.src = 'https://example.com/image.png';
    });
    return { inline: 'inlineRan' in window, evaluated, image };
  });
  expect(seen.inline).toBe(false);
  expect(['EvalError', 'TypeError']).toContain(seen.evaluated);
  expect(seen.image).toBe('failed');
  expect(refused('request')).toEqual([]);
});

test('A8: what passes the policy is aborted by the guard, and told', async () => {
  const session = await app.page.context().newCDPSession(app.page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await app.page.reload();
  const answer = await app.page.evaluate(() =>
    fetch('https://example.com/?token=secret').then(
      () => 'answered',
      () => 'failed',
    ),
  );
  expect(answer).toBe('failed');
  expect(refused('request')).toEqual([{ kind: 'request', what: 'https://example.com/' }]);
});

test('B4: the window has the functions of the table and nothing else', async () => {
  const found = await app.page.evaluate((binding) => {
    const { unblank } = window as unknown as { unblank: Record<string, object> };
    const keys = (value: object) => Object.getOwnPropertyNames(value).sort();
    const types = Object.values(unblank).flatMap((group) =>
      Object.values(group).map((one) => typeof one),
    );
    return {
      groups: keys(unblank),
      calls: keys(unblank.calls ?? {}),
      events: keys(unblank.events ?? {}),
      types: [...new Set(types)],
      raw: binding in window,
    };
  }, CALL_BINDING);
  expect(found).toEqual({
    groups: ['calls', 'events'],
    calls: Object.keys(CALLS).sort(),
    events: Object.keys(EVENTS).sort(),
    types: ['function'],
    raw: false,
  });
});

test('the window is answered through the contract', async () => {
  const answer = await app.page.evaluate(() => {
    const { unblank } = window as unknown as {
      unblank: { calls: Record<string, (input: object) => Promise<unknown>> };
    };
    return unblank.calls['app.about']?.({});
  });
  expect(answer).toMatchObject({ ok: true, value: { host: 'browser', os: 'linux' } });
});

test('B1: a frame has no bridge, and its calls are refused even with the raw binding', async () => {
  await app.page.evaluate(() => document.body.append(document.createElement('iframe')));
  await expect.poll(() => app.page.frames().length).toBe(2);
  const frame = app.page.frames()[1];
  const seen = await frame?.evaluate(async (name) => {
    const page = globalThis as unknown as Record<string, unknown>;
    const bare = { bridge: 'unblank' in page, raw: name in page };
    // What hostile code could do at most: have the driver's own machinery make the binding again.
    const controller = page.__playwright__binding__controller__ as {
      addBinding(name: string, handle: boolean): void;
    };
    controller.addBinding(name, false);
    const call = page[name] as (...args: string[]) => Promise<string>;
    return { ...bare, answer: await call('app.about', '{}') };
  }, CALL_BINDING);
  expect(seen?.bridge).toBe(false);
  expect(seen?.raw).toBe(false);
  expect(JSON.parse(seen?.answer ?? '')).toMatchObject({ error: { code: 'call-refused' } });
  expect(refused('call')).toEqual([{ kind: 'call', what: 'app.about' }]);
});

for (const [way, url] of [
  ['another site', 'https://example.com/?token=secret'],
  ['another path of our own', `${OWN_PAGE}index.js`],
] as const)
  test(`C1: the window does not go to ${way}`, async () => {
    await app.page.evaluate((to) => void (location.href = to), url);
    await expect.poll(() => refused('navigation').length).toBe(1);
    expect(refused('navigation')[0]?.what).toBe(url.replace(/\?.*/, ''));
    expect(app.page.url()).toBe(OWN_PAGE);
    expect(await app.page.evaluate(() => 'unblank' in window)).toBe(true);
  });

test('C1: a window that was blanked is brought back', async () => {
  await app.page.evaluate(() => void (location.href = 'about:blank')).catch(() => undefined);
  await expect.poll(() => refused('navigation').length).toBeGreaterThan(0);
  await expect.poll(() => app.page.url()).toBe(OWN_PAGE);
});

for (const [way, target, opens] of [
  ['a link to a new tab', '_blank', null],
  ['a script that opens a site', '', 'https://example.com/'],
  ['a script that opens a blank window', '', 'about:blank'],
] as const)
  test(`C2: ${way} opens nothing that stays`, async () => {
    await app.page.evaluate(
      ([where, url]) => {
        const link = document.createElement('a');
        link.textContent = 'way out';
        link.href = 'https://example.com/';
        link.target = where;
        link.onclick = () => url === null || open(url, 'other', 'width=300,height=300') === null;
        document.body.replaceChildren(link);
      },
      [target, opens] as const,
    );
    // A real click: without one the browser's own blocker would answer, not the guard.
    await app.page.getByText('way out').click();
    await expect.poll(() => refused('window').length).toBe(1);
    await expect.poll(() => app.page.context().pages().length).toBe(1);
    expect(app.page.url()).toBe(OWN_PAGE);
  });

test('A7: every permission is denied', async () => {
  const states = await app.page.evaluate(() =>
    Promise.all(
      ['geolocation', 'notifications', 'clipboard-read', 'camera', 'microphone', 'midi'].map(
        async (name) => (await navigator.permissions.query({ name: name as 'midi' })).state,
      ),
    ),
  );
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('a download is refused', async () => {
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['text']));
    link.download = 'file.txt';
    link.click();
  });
  await expect.poll(() => refused('download').length).toBe(1);
});
