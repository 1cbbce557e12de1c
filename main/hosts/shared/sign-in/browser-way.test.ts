import { mkdtemp, readdir, rm } from 'node:fs/promises';
import * as https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  SIGN_IN_WAY_CONTRACT,
  type SignInRig,
} from '../../../engine/testing/sign-in-way-contract.ts';
import type { NavigationEvent } from '../../../engine/model/navigation-event.ts';
import type { SignInPageOptions } from '../../../engine/sign-in-ports.ts';
import { certificate } from '../../../platform/testing/certificates.ts';
import { findBrowser, thisMachine } from '../find-browser.ts';
import { sandboxIsImpossible } from '../open-app.ts';
import { createBrowserWay } from './browser-way.ts';
import { openSignInSite, type SignInSite } from './testing/sign-in-site.ts';

const browser = findBrowser(thisMachine());
const options = { findBrowser: () => browser, sandbox: !sandboxIsImpossible() };
const way = createBrowserWay(options);
let site: SignInSite;

describe.concurrent('the isolated window in an installed browser keeps the contract', () => {
  test.for(SIGN_IN_WAY_CONTRACT)(
    '$name',
    { timeout: 30_000 },
    async ({ observe, expected }, context) => {
      if (browser === null) context.skip('no browser is installed');
      const own = await openSignInSite();
      const { origin, redirectUri, connections, arrived } = own;
      const rig: SignInRig = { way, origin, redirectUri, connections, arrived };
      try {
        context.expect(await observe(rig)).toEqual(expected);
      } finally {
        await own.close();
      }
    },
  );
});

/** Opens a page and gives the first event of a kind after it went somewhere. */
async function firstOf<K extends NavigationEvent['kind']>(
  kind: K,
  url: string,
  more: Partial<SignInPageOptions> = {},
): Promise<Extract<NavigationEvent, { kind: K }>> {
  let take: (event: Extract<NavigationEvent, { kind: K }>) => void = () => undefined;
  const seen = new Promise<Extract<NavigationEvent, { kind: K }>>((resolve) => (take = resolve));
  const onEvent = (event: NavigationEvent) => {
    if (event.kind === kind) take(event as Extract<NavigationEvent, { kind: K }>);
  };
  const page = await way.open({ ...pageOptions(onEvent), ...more });
  await page.go(url);
  const event = await seen;
  await page.close();
  return event;
}

function pageOptions(onEvent: (event: NavigationEvent) => void): SignInPageOptions {
  return {
    redirectUri: site.redirectUri,
    keepPath: true,
    label: 'Claude Code',
    connectTo: [],
    ca: null,
    headless: true,
    signal: new AbortController().signal,
    onEvent,
  };
}

describe('the isolated window in an installed browser', { timeout: 30_000 }, () => {
  beforeEach(async () => {
    site = await openSignInSite();
  });
  afterEach(() => site.close());

  test('D3: the callback of the hosted client is caught and its host sees no connection', async (context) => {
    if (browser === null) context.skip('no browser is installed');
    const hosted = 'https://claude.ai/api/mcp/auth_callback';
    const elsewhere = await openSignInSite(hosted);
    const to = new URL(elsewhere.listener);
    // Whatever looked for the host would end at the listener that counts.
    const connectTo = [
      { host: 'claude.ai', port: 443, toHost: to.hostname, toPort: Number(to.port) },
    ];
    const more = { redirectUri: hosted, connectTo };
    for (const path of ['/to-callback', '/post-307', '/form-post', '/scripted', '/fetched']) {
      const event = await firstOf('callback', `${elsewhere.origin}${path}`, more);
      expect(event.url.startsWith(hosted)).toBe(true);
    }
    expect(elsewhere.connections()).toBe(0);
    await elsewhere.close();
  });

  test('C9: a certificate that nobody vouches for is refused and told', async (context) => {
    if (browser === null) context.skip('no browser is installed');
    const { key, cert } = await certificate();
    const server = https.createServer({ key, cert }, (_request, response) => response.end('x'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `https://localhost:${(server.address() as AddressInfo).port}/`;
    expect(await firstOf('certificate', url)).toMatchObject({
      url,
      error: 'net::ERR_CERT_AUTHORITY_INVALID',
    });
    await new Promise((resolve) => server.close(resolve));
  });

  test('a page whose process dies is told', async (context) => {
    if (browser === null) context.skip('no browser is installed');
    expect((await firstOf('crashed', 'chrome://crash')).kind).toBe('crashed');
  });

  test('D2: the profile is gone once the window is closed', async (context) => {
    if (browser === null) context.skip('no browser is installed');
    const temporary = await mkdtemp(path.join(tmpdir(), 'unblank-way-'));
    const own = createBrowserWay({ ...options, temporary });
    const page = await own.open(pageOptions(() => undefined));
    expect(await readdir(temporary)).toHaveLength(1);
    await page.close();
    expect(await readdir(temporary)).toEqual([]);
    await rm(temporary, { recursive: true });
  });

  test('where no browser is installed it says so', async () => {
    const none = createBrowserWay({ ...options, findBrowser: () => null });
    await expect(none.open(pageOptions(() => undefined))).rejects.toMatchObject({
      code: 'window-failed',
    });
  });

  test('a program that is no browser is refused and leaves no profile', async () => {
    const temporary = await mkdtemp(path.join(tmpdir(), 'unblank-way-'));
    const program = process.execPath;
    const odd = createBrowserWay({
      ...options,
      temporary,
      findBrowser: () => ({ name: 'x', program }),
    });
    await expect(odd.open(pageOptions(() => undefined))).rejects.toMatchObject({
      code: 'window-failed',
    });
    expect(await readdir(temporary)).toEqual([]);
    await rm(temporary, { recursive: true });
  });
});
