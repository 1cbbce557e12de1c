import { expect } from 'playwright/test';
import { TokensPage } from '../pages/tokens-page.ts';
import { TracePage } from '../pages/trace-page.ts';
import { oneServerTest as test } from '../testing/one-server.ts';

test('F10: where nothing is kept, that is said', async ({ app }) => {
  const tokens = new TokensPage(app.page);
  await tokens.open();
  await expect(tokens.heading).toBeVisible();
  await expect(tokens.nothing).toBeVisible();
});

test('F10, D22: what a trace was told to keep is listed without a value and can be deleted', async ({
  app,
}) => {
  const trace = new TracePage(app.page);
  await trace.openFor('acme');
  await trace.as('Claude Code');
  await trace.keep();
  await trace.start.click();
  await trace.ended('Signed in', { timeout: 25_000 });
  const tokens = new TokensPage(app.page);
  await tokens.open();
  await expect(tokens.entries).toHaveCount(1);
  await expect(tokens.entries).toContainText(/Fingerprint[0-9a-f]{8}/);
  await tokens.confirm('Delete');
  await expect(tokens.nothing).toBeVisible();
  await expect(tokens.main.getByText('Deleted here.')).toBeVisible();
});

test('F10: what is kept can be revoked at its server', async ({ app, server }) => {
  const trace = new TracePage(app.page);
  await trace.openFor('acme');
  await trace.as('Claude Code');
  await trace.keep();
  await trace.start.click();
  await trace.ended('Signed in', { timeout: 25_000 });

  const before = server.requests.filter(({ url }) => url.includes('/revoke')).length;
  const tokens = new TokensPage(app.page);
  await tokens.open();
  await expect(tokens.entries).toHaveCount(1);
  await tokens.confirm('Revoke');
  await expect(tokens.main.getByText('Revoked at the server. Deleted here.')).toBeVisible();
  await expect(tokens.nothing).toBeVisible();
  const after = server.requests.filter(({ url }) => url.includes('/revoke')).length;
  expect(after).toBeGreaterThan(before);
});
