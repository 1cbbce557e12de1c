import { expect } from 'playwright/test';
import { callHost, sharedAppTest as test } from '../drivers/electron-test.ts';

for (const how of ['a link', 'a script', 'a reload by the page', 'our own scheme'] as const)
  test(`C1: ${how} does not take the window away`, async ({ app }) => {
    const before = app.log().split('refused to go').length;
    await app.page.evaluate((chosen) => {
      Object.assign(window, { stays: true });
      const outside = 'https://example.invalid/out';
      const ways = {
        'a link': () => Object.assign(document.createElement('a'), { href: outside }).click(),
        'a script': () => location.assign(outside),
        'a reload by the page': () => location.reload(),
        'our own scheme': () => location.assign('/index.html?again'),
      };
      ways[chosen]();
    }, how);
    await expect.poll(() => app.log().split('refused to go').length).toBeGreaterThan(before);
    expect(app.page.url()).toBe(`${app.origin}/`);
    expect(await app.page.evaluate(() => 'stays' in window)).toBe(true);
  });

test('C1: going to a place within the document is not hindered', async ({ app }) => {
  await app.page.evaluate(() => location.assign('#F23'));
  expect(app.page.url()).toBe(`${app.origin}/#F23`);
  await app.page.evaluate(() => history.back());
  await expect.poll(() => app.page.url()).toBe(`${app.origin}/`);
});

for (const how of ['window.open', 'a link with a target', 'a blank window'] as const)
  test(`C2: ${how} opens nothing`, async ({ app }) => {
    const before = app.log().split('refused to open').length;
    await app.page.evaluate((chosen) => {
      const href = 'https://example.invalid/new';
      const open = (url: string) => Object.assign(window, { opened: window.open(url) });
      const ways = {
        'window.open': () => open(href),
        'a link with a target': () =>
          Object.assign(document.createElement('a'), { href, target: '_blank' }).click(),
        'a blank window': () => open('about:blank'),
      };
      ways[chosen]();
    }, how);
    await expect.poll(() => app.log().split('refused to open').length).toBeGreaterThan(before);
    const isOpen = () =>
      app.page.evaluate(() => (window as { opened?: Window | null }).opened?.closed === false);
    await expect.poll(isOpen).toBe(false);
    await expect.poll(() => app.page.context().pages().length).toBe(1);
  });

test('C3: a page of ours is opened by its name, and an address is not', async ({ app }) => {
  const refused = { ok: false, error: { code: 'unknown-page' } };
  for (const page of ['https://example.com/', 'javascript:alert(1)', '', '__proto__'])
    expect(await callHost(app.page, 'page.open', { page })).toMatchObject(refused);
  expect(app.opened).toEqual([]);
  const help = await callHost(app.page, 'mode.explain', { code: 'F23' });
  const { references } = (help as { value: { references: { page: string; title: string }[] } })
    .value;
  const [first] = references;
  expect(await callHost(app.page, 'page.open', { page: first?.page })).toMatchObject({ ok: true });
  await expect.poll(() => app.opened).toEqual([new URL(first?.title ?? '').href]);
});

test('C10: a second start ends at once and leaves the first window alone', async ({ app }) => {
  expect(await app.launchAgain()).toBe(0);
  expect(app.page.isClosed()).toBe(false);
  expect(app.page.url()).toBe(`${app.origin}/`);
});
