import { expect, type Request, type WebSocket } from 'playwright/test';
import { CONTENT_SECURITY_POLICY } from '../../main/hosts/shared/content-security-policy.ts';
import { sharedAppTest as test } from '../drivers/electron-test.ts';

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
    const begun: Request[] = [];
    const sockets: string[] = [];
    const noteRequest = (request: Request) => {
      if (request.url().includes('://outside.invalid/')) begun.push(request);
    };
    const noteSocket = (socket: WebSocket) => sockets.push(socket.url());
    app.page.on('request', noteRequest).on('websocket', noteSocket);
    await app.page.evaluate(async (what) => {
      const url = 'https://outside.invalid/x';
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
            new WebSocket('wss://outside.invalid/x').close();
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
    app.page.off('request', noteRequest).off('websocket', noteSocket);
    // By the policy, by webRequest or by the veto on navigation; not for want of such a host.
    for (const request of begun)
      await expect
        .poll(() => request.failure()?.errorText)
        .toMatch(/^(csp|net::ERR_BLOCKED_BY_CLIENT(\.Inspector)?|net::ERR_ABORTED)$/);
    expect(sockets).toEqual([]);
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
