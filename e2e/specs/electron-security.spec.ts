import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test as base } from 'playwright/test';
import { CONTENT_SECURITY_POLICY } from '../../main/hosts/shared/content-security-policy.ts';
import { launchElectron, type ElectronUnderTest } from '../drivers/electron-driver.ts';

/** The built app over an empty home; one for all specs of a worker, because none may change it. */
const test = base.extend<object, { app: ElectronUnderTest }>({
  app: [
    async ({}, use) => {
      const home = await mkdtemp(path.join(tmpdir(), 'unblank-home-'));
      const app = await launchElectron({ home, os: 'linux' });
      await use(app);
      await app.close();
      await rm(home, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

test('A3: the window shows its own scheme, in a secure context', async ({ app }) => {
  const seen = await app.page.evaluate(() => ({
    href: location.href,
    secure: isSecureContext,
    title: document.title,
  }));
  expect(seen).toEqual({ href: `${app.origin}/`, secure: true, title: 'Unblank' });
});

for (const [asked, name] of [
  ['/nothing', 'an unknown path'],
  ['/..%2findex.js', 'an encoded way up'],
  ['/%2e%2e/%2e%2e/etc/passwd', 'a way up that the URL parser resolves'],
  ['/index.js%00', 'a name with a NUL'],
  ['/INDEX.JS', 'a name in another case'],
] as const)
  test(`A4: ${name} is not found`, async ({ app }) => {
    const answered = app.page.waitForResponse((response) => response.url().includes(app.origin));
    await app.page.evaluate((source) => {
      new Image().src = source;
    }, asked);
    const response = await answered;
    expect(response.status()).toBe(404);
    expect(response.headers()['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  });

test('A5: the page came with the policy as its header', async ({ app }) => {
  // The document itself came before we looked; a refused load of it again would say nothing. Any
  // violation names the policy that is in force.
  const violated = await app.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          resolve(event.originalPolicy),
        );
        new Image().src = 'https://example.invalid/x.png';
      }),
  );
  expect(violated).toBe(CONTENT_SECURITY_POLICY);
});

test('A5: an inline script, an event handler and eval do not run', async ({ app }) => {
  const outcome = await app.page.evaluate(async () => {
    const marks: string[] = [];
    addEventListener('message', ({ data }) => marks.push(String(data)));
    const inline = document.createElement('script');
    try {
      inline.textContent = "postMessage('inline')";
      document.body.append(inline);
    } catch {
      // Trusted types refuse the text itself.
    }
    const image = document.createElement('img');
    image.setAttribute('data-x', '');
    try {
      image.setAttribute('onerror', "postMessage('handler')");
    } catch {
      // So do they here.
    }
    image.src = '/nothing-for-a-handler';
    document.body.append(image);
    // Not in this call: what a debugger evaluates may use eval. A task of the page may not.
    const evaluated = await new Promise<string>((resolve) =>
      setTimeout(() => {
        try {
          resolve(String((0, eval)('1 + 1')));
        } catch (error) {
          resolve((error as Error).name);
        }
      }),
    );
    await new Promise((resolve) => image.addEventListener('error', resolve));
    postMessage('last');
    await new Promise<void>((resolve) => {
      addEventListener('message', ({ data }) => data === 'last' && resolve());
    });
    image.remove();
    inline.remove();
    return { evaluated, marks };
  });
  expect(outcome).toEqual({ evaluated: expect.stringMatching(/Error$/), marks: ['last'] });
});

test('A6: markup as a string is refused by trusted types', async ({ app }) => {
  const refused = await app.page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        setTimeout(() => {
          try {
            document.createElement('div').innerHTML = '<b>x</b>';
            resolve('taken');
          } catch (error) {
            resolve((error as Error).name);
          }
        }),
      ),
  );
  expect(refused).toBe('TypeError');
});

for (const kind of ['fetch', 'image', 'socket', 'beacon', 'frame', 'stylesheet'] as const)
  test(`A8: a ${kind} to an outside address never leaves`, async ({ app }) => {
    const left: string[] = [];
    app.page.on('response', (response) => left.push(response.url()));
    await app.page.evaluate(async (what) => {
      const url = 'https://example.invalid/x';
      const load = (element: HTMLElement) =>
        new Promise((resolve) => {
          element.addEventListener('error', resolve);
          element.addEventListener('load', resolve);
          document.addEventListener('securitypolicyviolation', resolve, { once: true });
          document.body.append(element);
        }).finally(() => element.remove());
      const ways = {
        fetch: () => fetch(url).catch(() => {}),
        image: () => load(Object.assign(new Image(), { src: url })),
        socket: async () => {
          try {
            new WebSocket('wss://example.invalid/x').close();
          } catch {
            // The policy may refuse it at once.
          }
        },
        beacon: async () => navigator.sendBeacon(url, 'x'),
        frame: () => load(Object.assign(document.createElement('iframe'), { src: url })),
        stylesheet: () =>
          load(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })),
      };
      await ways[what]();
    }, kind);
    expect(left.filter((url) => !url.startsWith(app.origin))).toEqual([]);
  });

test('A7: every permission is denied, and clipboard writing is the one that is not', async ({
  app,
}) => {
  const states = await app.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'idle-detection',
      'local-fonts',
      'window-management',
      'display-capture',
      'clipboard-write',
    ];
    const ask = async (name: string) => [
      name,
      (await navigator.permissions.query({ name: name as PermissionName })).state,
    ];
    return Object.fromEntries(await Promise.all(names.map(ask))) as Record<string, string>;
  });
  const { 'clipboard-write': write, ...others } = states;
  expect(write).toBe('granted');
  expect(new Set(Object.values(others))).toEqual(new Set(['denied']));
});

test('A7: asking for the microphone and the place is refused', async ({ app }) => {
  const outcome = await app.page.evaluate(async () => ({
    media: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      (error: Error) => error.name,
    ),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.message),
      ),
    ),
  }));
  expect(outcome).toEqual({ media: 'NotAllowedError', place: 'denied' });
});

test('A7: a download does not start', async ({ app }) => {
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'data:application/octet-stream,x';
    link.download = 'x.bin';
    link.click();
  });
  await expect.poll(() => app.log()).toContain('refused a download');
});

test('B1: a blank frame within the page has no bridge', async ({ app }) => {
  const inFrame = await app.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const seen = typeof (frame.contentWindow as (Window & { unblank?: unknown }) | null)?.unblank;
    frame.remove();
    return seen;
  });
  expect(inFrame).toBe('undefined');
});

test('B4: the page sees one function per row of the table and nothing else', async ({ app }) => {
  const seen = await app.page.evaluate(() => {
    const { unblank } = window as unknown as { unblank: Record<string, Record<string, unknown>> };
    const all = Object.entries(unblank).map(([key, value]) => [
      key,
      Object.entries(value).map(([name, one]) => `${name}: ${typeof one}`),
    ]);
    const property = Object.getOwnPropertyDescriptor(window, 'unblank');
    return {
      all: Object.fromEntries(all) as Record<string, string[]>,
      fixed: [property?.writable, property?.configurable, Object.isFrozen(unblank)],
      electron: ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer'].filter(
        (name) => name in window,
      ),
    };
  });
  expect(seen).toEqual({
    all: {
      calls: [
        'app.about: function',
        'machine.overview: function',
        'diagnosis.start: function',
        'diagnosis.cancel: function',
        'mode.explain: function',
        'page.open: function',
      ],
      events: [
        'diagnosis.progress: function',
        'diagnosis.finished: function',
        'diagnosis.failed: function',
      ],
    },
    fixed: [false, false, true],
    electron: [],
  });
});

test('B3, B5: a call of the wrong form comes back as a code and never as a text', async ({
  app,
}) => {
  const answers = await app.page.evaluate(() => {
    const { unblank } = window as unknown as {
      unblank: { calls: Record<string, (input: unknown) => Promise<unknown>> };
    };
    const inputs = [undefined, null, 3, { extra: 1 }, []];
    return Promise.all(inputs.map((input) => unblank.calls['app.about']?.(input)));
  });
  const refusal = { ok: false, error: { code: 'call-refused', params: { reason: 'wrong form' } } };
  expect(answers).toEqual(answers.map(() => refusal));
});

test('the window is answered by the host it runs on', async ({ app }) => {
  const about = await app.page.evaluate(() => {
    const { unblank } = window as unknown as {
      unblank: { calls: Record<string, (input: unknown) => Promise<unknown>> };
    };
    return unblank.calls['app.about']?.({});
  });
  expect(about).toMatchObject({ ok: true, value: { host: 'electron', os: 'linux' } });
});

for (const [how, code] of [
  ['a link', "document.querySelector('#way-out').click()"],
  ['a script', "location.href = 'https://example.invalid/out'"],
  ['a reload by the page', 'location.reload()'],
  ['our own scheme', "location.href = '/index.html?again'"],
] as const)
  test(`C1: ${how} does not take the window away`, async ({ app }) => {
    const before = app.log().split('refused to go').length;
    await app.page.evaluate((text) => {
      const link = document.createElement('a');
      link.id = 'way-out';
      link.href = 'https://example.invalid/out';
      document.body.append(link);
      Object.assign(window, { stays: true });
      const ways: Record<string, () => void> = {
        click: () => link.click(),
        "location.href = 'https": () => (location.href = 'https://example.invalid/out'),
        reload: () => location.reload(),
        again: () => (location.href = '/index.html?again'),
      };
      Object.entries(ways).find(([part]) => text.includes(part))?.[1]();
    }, code);
    await expect.poll(() => app.log().split('refused to go').length).toBeGreaterThan(before);
    expect(app.page.url()).toBe(`${app.origin}/`);
    expect(await app.page.evaluate(() => 'stays' in window)).toBe(true);
    await app.page.evaluate(() => document.querySelector('#way-out')?.remove());
  });

test('C1: going to a place within the document is not hindered', async ({ app }) => {
  await app.page.evaluate(() => (location.hash = 'F23'));
  expect(app.page.url()).toBe(`${app.origin}/#F23`);
  await app.page.evaluate(() => history.back());
  await expect.poll(() => app.page.url()).toBe(`${app.origin}/`);
});

for (const how of ['window.open', 'a link with a target', 'a blank window'] as const)
  test(`C2: ${how} opens nothing`, async ({ app }) => {
    const before = app.log().split('refused to open').length;
    const left = await app.page.evaluate((what) => {
      if (what === 'a link with a target') {
        const link = document.createElement('a');
        Object.assign(link, { href: 'https://example.invalid/new', target: '_blank' });
        link.click();
        return null;
      }
      const url = what === 'window.open' ? 'https://example.invalid/new' : 'about:blank';
      Object.assign(window, { opened: window.open(url) });
      return null;
    }, how);
    expect(left).toBeNull();
    await expect.poll(() => app.log().split('refused to open').length).toBeGreaterThan(before);
    const isOpen = () =>
      app.page.evaluate(() => (window as { opened?: Window | null }).opened?.closed === false);
    await expect.poll(isOpen).toBe(false);
    const pages = app.page.context().pages();
    await expect.poll(() => pages.filter((page) => !page.isClosed()).length).toBe(1);
  });

test('C10: a second start ends at once and leaves the first window alone', async ({ app }) => {
  expect(await app.launchAgain()).toBe(0);
  expect(app.page.isClosed()).toBe(false);
  expect(app.page.url()).toBe(`${app.origin}/`);
});
