import { afterEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../contract/errors.ts';
import type { SignInPageOptions } from '../../../engine/sign-in-ports.ts';
import { createSystemWay, type SystemWayOptions } from './system-way.ts';
import { AUTHORIZE, HOSTED, openWay, visit, type OpenWay } from './testing/way-rig.ts';

const ways: OpenWay[] = [];
afterEach(() => Promise.all(ways.splice(0).map((one) => one.page.close())));

async function open(
  changes: Partial<SignInPageOptions> = {},
  more: Partial<SystemWayOptions> = {},
): Promise<OpenWay & { opened: string[] }> {
  const opened: string[] = [];
  const openUrl = async (url: string) => void opened.push(url);
  const way = await openWay((clock) => createSystemWay({ clock, openUrl, ...more }), changes);
  ways.push(way);
  return { ...way, opened };
}
const codeOf = (error: unknown) => (error instanceof AppError ? error.code : String(error));

describe('the way through the system browser', () => {
  test('opens the address, and tells what we asked for and the callback', async () => {
    const { page, events, opened } = await open();
    await page.go(AUTHORIZE);
    expect(await visit(`${page.redirectUri}?code=abc&state=def`)).toBe(200);
    expect(opened).toEqual([AUTHORIZE]);
    expect(events).toMatchObject([
      { kind: 'request', url: AUTHORIZE, by: 'us' },
      {
        kind: 'callback',
        url: `${page.redirectUri}?code=abc&state=def`,
        method: 'GET',
        body: null,
      },
    ]);
  });

  test('C7: between two rounds nobody listens; the second is called back at the same place', async () => {
    const { page, events } = await open();
    const { redirectUri } = page;
    await page.go(AUTHORIZE);
    await visit(`${redirectUri}?code=1`);
    expect(await visit(redirectUri)).toBe(0);
    await page.go(AUTHORIZE);
    await visit(`${redirectUri}?code=2`);
    expect(page.redirectUri).toBe(redirectUri);
    expect(events.map((one) => one.kind)).toEqual(['request', 'callback', 'request', 'callback']);
  });

  test('refuses a client that is called back elsewhere, before anything is opened', async () => {
    expect(await open({ redirectUri: HOSTED, keepPath: true }).catch(codeOf)).toBe(
      'callback-elsewhere',
    );
  });

  test.each(['javascript:alert(1)', 'http://evil.example/', 'https://a.example/$(calc)'])(
    'C3, D6: the server’s authorization address %s is not opened',
    async (url) => {
      const { page, opened, events } = await open();
      expect(await page.go(url).catch(codeOf)).toBe('page-not-opened');
      expect([opened, events]).toEqual([[], []]);
    },
  );

  test('D16: where the browser does not open, the error carries no state', async () => {
    const openUrl = () => Promise.reject(new Error('no browser'));
    const { page } = await open({}, { openUrl });
    const failed: unknown = await page
      .go('https://auth.acme.example/authorize?state=planted-state-1')
      .catch((error: unknown) => error);
    expect(codeOf(failed)).toBe('page-not-opened');
    expect(JSON.stringify((failed as AppError).params)).not.toContain('planted-state-1');
  });

  test('a host with people before it gives them the address instead, and waits', async () => {
    const said: string[] = [];
    const openUrl = () => Promise.reject(new Error('no browser'));
    const { page } = await open({}, { openUrl, onNotOpened: (address) => said.push(address) });
    await page.go(AUTHORIZE);
    expect([said, await visit(`${page.redirectUri}?code=1`)]).toEqual([[AUTHORIZE], 200]);
  });

  test('C8: five minutes without a callback are told as the end', async () => {
    const { page, clock, events } = await open();
    await page.go(AUTHORIZE);
    clock.advance(5 * 60_000);
    expect(events.at(-1)).toMatchObject({ kind: 'closed', by: 'us' });
    expect(await visit(page.redirectUri)).toBe(0);
  });

  test('C8: an abort and a close both end the listener; closing twice is allowed', async () => {
    const aborted = await open();
    aborted.controller.abort();
    expect(await visit(aborted.page.redirectUri)).toBe(0);
    const closed = await open();
    await closed.page.close();
    await closed.page.close();
    expect(await visit(closed.page.redirectUri)).toBe(0);
  });
});
