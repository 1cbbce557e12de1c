import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test as base } from 'playwright/test';
import type { ElectronUnderTest } from '../drivers/electron-driver.ts';
import { launchStandIn } from '../drivers/stand-in-driver.ts';

const MAIN = path.resolve(import.meta.dirname, '../electron-stand-in/fixtures/main.mjs');

/** A server on loopback that counts who got through. */
interface Outside {
  readonly origin: string;
  readonly hits: readonly string[];
}
interface Fixtures {
  readonly outside: Outside;
  readonly start: (...switches: string[]) => Promise<ElectronUnderTest>;
}

const test = base.extend<Fixtures>({
  outside: async ({}, use) => {
    const hits: string[] = [];
    const server: Server = createServer((request, response) => {
      hits.push(`${request.method} ${request.url}`);
      response.setHeader('access-control-allow-origin', '*');
      if (request.url === '/hop') response.writeHead(302, { location: '/landed' });
      response.end('outside');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await use({ origin: `http://127.0.0.1:${port}`, hits });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
  start: async ({}, use) => {
    const started: ElectronUnderTest[] = [];
    await use(async (...switches) => {
      const app = await launchStandIn({ home: '/', os: 'linux' }, { main: MAIN, switches });
      started.push(app);
      return app;
    });
    for (const app of started) await app.close();
  },
});

/** Runs code in the page with the fixture's bridge. */
function inPage<T>(app: ElectronUnderTest, code: string): Promise<T> {
  return app.page.evaluate(code);
}

test('the bridge copies values, drops prototypes and freezes what it shows', async ({ start }) => {
  const app = await start();
  expect(await inPage(app, 'fixture.words')).toEqual({
    list: ['a', 'b'],
    nested: { deep: true },
    nothing: null,
    when: new Date(0),
  });
  const code = `(() => {
    class Thing { one = 1; }
    const property = Object.getOwnPropertyDescriptor(window, 'fixture');
    return [fixture.prototypeOf(new Thing()), Object.isFrozen(fixture.words.nested),
      property.writable, property.configurable];
  })()`;
  expect(await inPage(app, code)).toEqual([true, true, false, false]);
});

test('functions cross both ways at once, promises and errors too', async ({ start }) => {
  const app = await start();
  expect(await inPage(app, 'fixture.add(2, 3)')).toBe(5);
  expect(await inPage(app, 'fixture.later([1])')).toEqual({ later: [1] });
  expect(await inPage(app, 'fixture.promised(async () => 4)')).toBe('got 4');
  const refusal = "(f) => { try { f(); return 'taken' } catch (e) { return e.message } }";
  expect(await inPage(app, `(${refusal})(fixture.fail)`)).toBe('on purpose');
  expect(await inPage(app, 'fixture.failLater().catch((e) => e.message)')).toBe('later on purpose');
  expect(await inPage(app, `(${refusal})(() => fixture.add(Symbol()))`)).toContain('symbols');
  const listening = `(() => {
    const got = [];
    fixture.callBack((value) => got.push(value));
    const { tell, stop } = fixture.keepCalling((value) => got.push(value));
    tell(); tell(); stop(); tell();
    return got;
  })()`;
  expect(await inPage(app, listening)).toEqual([{ from: 'preload' }, 'again', 'again']);
});

test('the worlds are apart: the page sees nothing of the preload but what it shows', async ({
  start,
}) => {
  const app = await start();
  const names = "['require', 'heard', 'contextBridge', 'standInTell', 'standInTake']";
  expect(await inPage(app, `${names}.filter((name) => name in window)`)).toEqual([]);
  expect(
    await inPage(app, 'Object.keys(window).filter((name) => /stand|bridge/i.test(name))'),
  ).toEqual([]);
});

test('what a preload may not have is refused by name', async ({ start }) => {
  const app = await start();
  expect(await inPage(app, 'fixture.absent()')).toEqual([
    'not in the stand-in: ipcRenderer.send',
    'not in the stand-in: contextBridge.executeInMainWorld',
    'not in the stand-in: electron.webFrame',
    "not in the stand-in: require('fs') in a preload",
  ]);
});

test('invoke gives results, and of an error only its message', async ({ start }) => {
  const app = await start();
  const values = '[1, "two", { three: [null, true] }]';
  expect(await inPage(app, `fixture.invoke('echo', ...${values})`)).toEqual([
    1,
    'two',
    { three: [null, true] },
  ]);
  const failing = (channel: string) =>
    inPage(app, `fixture.invoke('${channel}').catch((error) => error.message)`);
  expect(await failing('fail')).toBe(
    "Error invoking remote method 'fail': TypeError: main on purpose",
  );
  expect(await failing('nobody')).toBe(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  );
});

test('main sees who calls, with its own kind of address', async ({ start }) => {
  const app = await start();
  expect(await inPage(app, "fixture.invoke('sender')")).toEqual({
    url: 'app://companion/',
    origin: 'app://companion',
    parent: null,
    same: true,
  });
});

test('webContents.send reaches the listener of the preload', async ({ start }) => {
  const app = await start();
  await inPage(app, "fixture.invoke('send', 'hello', { a: 1 })");
  await expect
    .poll(() => inPage(app, 'fixture.heard()'))
    .toEqual([[['sender'], ['hello', { a: 1 }]]]);
});

test('protocol.handle gets the address as main writes it, and an error of it is a failed load', async ({
  start,
}) => {
  const app = await start();
  const fetched = (asked: string) =>
    inPage(app, `fetch('${asked}').then((r) => r.json(), (e) => e.name)`);
  expect(await fetched('/seen/a%2fb?c=d')).toBe('app://companion/seen/a%2fb?c=d');
  expect(await fetched('/broken')).toBe('TypeError');
});

for (const cancel of [true, false])
  test(`onBeforeRequest decides: ${cancel ? 'cancelled requests never leave' : 'others do'}`, async ({
    start,
    outside,
  }) => {
    const app = await start('--before-request', ...(cancel ? ['--cancel'] : []));
    const outcome = await inPage(
      app,
      `fetch('${outside.origin}/x').then((r) => r.text(), (e) => e.name)`,
    );
    expect(outcome).toBe(cancel ? 'TypeError' : 'outside');
    expect(outside.hits).toEqual(cancel ? [] : ['GET /x']);
    expect(app.log()).toContain('before mainFrame GET app://companion/ false');
    expect(app.log()).toContain(`before xhr GET ${outside.origin}/x ${cancel}`);
  });

for (const veto of ['', 'will-frame-navigate', 'will-navigate'])
  test(`a navigation of the page ${veto === '' ? 'goes where it wants' : `is stopped by ${veto}`}`, async ({
    start,
    outside,
  }) => {
    const app = await start(`--veto=${veto}`);
    await inPage(app, `void (location.href = '${outside.origin}/away')`);
    const asked = ['will-frame-navigate', 'will-navigate'].map(
      (name) => `${name} ${outside.origin}/away main:true`,
    );
    const last = veto === 'will-frame-navigate' ? asked.slice(0, 1) : asked;
    await expect.poll(() => navigationsOf(app)).toEqual(last);
    const place = veto === '' ? `${outside.origin}/away` : 'https://companion.app.invalid/';
    await expect.poll(() => app.page.url()).toBe(place);
    expect(outside.hits.filter((hit) => hit.endsWith('/away'))).toEqual(
      veto === '' ? ['GET /away'] : [],
    );
  });

for (const veto of ['', 'will-redirect'])
  test(`a redirect ${veto === '' ? 'is followed' : 'is stopped before the next request leaves'}`, async ({
    start,
    outside,
  }) => {
    const app = await start(`--veto=${veto}`);
    await inPage(app, `void (location.href = '${outside.origin}/hop')`);
    await expect
      .poll(() => navigationsOf(app).at(-1))
      .toBe(`will-redirect ${outside.origin}/landed main:true`);
    if (veto === '') await expect.poll(() => app.page.url()).toBe(`${outside.origin}/landed`);
    await expect
      .poll(() => outside.hits.filter((hit) => /hop|landed/.test(hit)))
      .toEqual(veto === '' ? ['GET /hop', 'GET /landed'] : ['GET /hop']);
  });

test('a frame asks will-frame-navigate only', async ({ start, outside }) => {
  const app = await start();
  await inPage(
    app,
    `void document.body.append(Object.assign(document.createElement('iframe'), { src: '${outside.origin}/in' }))`,
  );
  await expect
    .poll(() => navigationsOf(app))
    .toEqual([`will-frame-navigate ${outside.origin}/in main:false`]);
  await expect.poll(() => outside.hits).toContain('GET /in');
});

for (const deny of [true, false])
  test(`permissions are ${deny ? 'what the handlers say' : 'granted where there is no handler'}`, async ({
    start,
  }) => {
    const app = await start(...(deny ? ['--deny'] : []));
    const state = (name: string) =>
      inPage(app, `navigator.permissions.query({ name: '${name}' }).then((r) => r.state)`);
    for (const name of ['geolocation', 'notifications', 'clipboard-read', 'microphone'])
      expect(await state(name)).toBe(deny ? 'denied' : 'granted');
  });

test('setWindowOpenHandler is asked before the window makes a request', async ({
  start,
  outside,
}) => {
  const app = await start('--window-handler');
  await inPage(app, `void window.open('${outside.origin}/new', 'named')`);
  await expect.poll(() => app.log()).toContain(`open ${outside.origin}/new 'named'`);
  await expect.poll(() => app.page.context().pages().length).toBe(1);
  expect(outside.hits).toEqual([]);
});

test('the events of a life come in the documented order', async ({ start }) => {
  const app = await start();
  await app.page.close();
  expect(await app.ended).toBe(0);
  expect(app.log().trim().split('\n')).toEqual([
    'session-created',
    'session-created',
    'web-contents-created',
    'closed',
    'before-quit',
    'will-quit',
    'quit',
  ]);
});

function navigationsOf(app: ElectronUnderTest): string[] {
  return app
    .log()
    .split('\n')
    .filter((line) => line.startsWith('will-') && line.includes('main:'));
}
