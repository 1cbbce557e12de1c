import { expect } from 'playwright/test';
import { DiagnosisPage } from '../pages/diagnosis-page.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { TracePage } from '../pages/trace-page.ts';
import { oneServerTest as test } from '../testing/one-server.ts';

/** Pages that come to rest, first calls in two eras, checks that must be refused: seconds, not minutes. */
const ENDS = { timeout: 25_000 };

test('E8, E9: the choice of a sign-in contacts nobody and says what Start will do', async ({
  app,
  server,
}) => {
  const trace = new TracePage(app.page);
  await trace.openFor('acme');
  await expect(trace.heading).toHaveText('Trace sign-in: acme');
  await expect(trace.happens).toContainText('with your own account');
  await expect(trace.happens).toContainText(new URL(server.url).host);
  await expect(trace.start).toBeEnabled();
  expect(server.requests).toEqual([]);
});

test('A3, A5: the screen is a script of its own, and the policy lets it in', async ({ app }) => {
  const complaints: string[] = [];
  app.page.on('console', (message) => void complaints.push(`${message.type()} ${message.text()}`));
  const trace = new TracePage(app.page);
  await trace.openFor('acme');
  await expect(trace.start).toBeVisible();
  expect(complaints.filter((one) => one.startsWith('error'))).toEqual([]);
});

test('nothing is wider than the window at 720 pixels', async ({ app }) => {
  const trace = new TracePage(app.page);
  await trace.openFor('acme');
  await app.page.setViewportSize({ width: 720, height: 800 });
  await expect(trace.start).toBeVisible();
  const wide = await app.page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main')].map(
      (one) => one.scrollWidth - one.clientWidth,
    ),
  );
  expect(wide).toEqual([0, 0]);
});

test('F1: a healthy server is signed in to, step by step, and no token reaches the window', async ({
  app,
  server,
}) => {
  const trace = new TracePage(app.page);
  await trace.openFor('acme');
  await trace.as('Claude Code');
  await trace.start.click();
  await trace.ended('Signed in', ENDS);
  await expect(trace.step(/\/authorize/)).toBeAttached();
  expect(server.requests.some(({ url }) => url.includes('/token'))).toBe(true);
  // What is secret stands there as its tag, such as [access token 1].
  const page = await app.page.content();
  expect(page).not.toMatch(/eyJ[\w-]{10,}\.|Bearer [\w.-]{12,}|"code_verifier"|[?&]code=[^[&]/);
});

test('a step opens by keyboard with its request and answer, and Escape comes back', async ({
  app,
}) => {
  const trace = new TracePage(app.page);
  await trace.openFor('acme');
  await trace.as('Claude Code');
  await trace.start.click();
  await expect(trace.again).toBeVisible(ENDS);
  await trace.step(/^1\./).focus();
  await app.page.keyboard.press('ArrowDown');
  await expect(trace.step(/^2\./)).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(trace.pane).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(trace.step(/^2\./)).toBeFocused();
});

test('the full report has the sign-in in it', async ({ app }) => {
  const trace = new TracePage(app.page);
  await trace.openFor('acme');
  await trace.as('Claude Code');
  await trace.start.click();
  await expect(trace.fullReport).toBeVisible(ENDS);
  await trace.fullReport.click();
  const diagnosis = new DiagnosisPage(app.page);
  await diagnosis.choose('Claude Code');
  await expect(diagnosis.station('token')).toHaveAccessibleName(/passed/);
});

test('the demo shows that hosted Claude never comes to a sign-in page', async ({ app }) => {
  await new OverviewPage(app.page).openDemo();
  const trace = new TracePage(app.page);
  await trace.main.getByRole('button', { name: 'Trace sign-in' }).click();
  await trace.start.click();
  await trace.ended('No sign-in page', ENDS);
});

test.describe('a server that never answers', () => {
  test.use({ patient: 'network-hangs' });

  test('L1: a trace can be stopped, and another one be chosen', async ({ app }) => {
    const trace = new TracePage(app.page);
    await trace.openFor('acme');
    await trace.start.click();
    await trace.stop.click();
    await expect(trace.again).toBeVisible(ENDS);
    await trace.again.click();
    await expect(trace.start).toBeVisible();
  });
});

test('the vendor is not written to about a server that hosted Claude cannot reach', async ({
  app,
}) => {
  const trace = new TracePage(app.page);
  await trace.openFor('acme');
  await trace.start.click();
  await trace.ended('No sign-in page', ENDS);
  await expect(trace.fullReport).toBeVisible();
  await expect(trace.vendor).toBeHidden();
});

test.describe('a sign-in that answers with an empty page', () => {
  test.use({ patient: 'sign-in-empty-body' });

  test('is called blank in a banner, and the diagram says where', async ({ app }) => {
    const trace = new TracePage(app.page);
    await trace.openFor('acme');
    await trace.as('Claude Code');
    await trace.start.click();
    await trace.ended('Blank page', ENDS);
    await expect(trace.step(/nothing to see/)).toBeAttached();
  });
});

test.describe('a sign-in whose pages send each other the browser', () => {
  test.use({ patient: 'sign-in-page-loop' });

  test('is called a loop in a banner, and the window is stopped', async ({ app, server }) => {
    const trace = new TracePage(app.page);
    await trace.openFor('acme');
    await trace.as('Claude Code');
    await trace.start.click();
    await trace.ended('Sign-in loop', ENDS);
    const { length } = server.requests;
    await trace.again.click();
    await expect(trace.start).toBeVisible();
    expect(server.requests).toHaveLength(length);
  });
});

test.describe('a sign-in page that waits for its user', () => {
  test.use({ patient: 'sign-in-with-password' });

  test('L1: is closed by Stop, and what was seen until then is shown', async ({ app, server }) => {
    const trace = new TracePage(app.page);
    await trace.openFor('acme');
    await trace.as('Claude Code');
    await trace.start.click();
    await expect(trace.step(/\/authorize/)).toBeAttached(ENDS);
    await trace.stop.click();
    await trace.ended('Not finished', ENDS);
    // The client that was registered for it is taken back all the same (D22).
    expect(server.requests.some(({ method }) => method === 'DELETE')).toBe(true);
  });
});
