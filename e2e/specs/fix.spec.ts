import { expect } from 'playwright/test';
import { brokenHomeTest as test, PLANTED } from '../testing/broken-home.ts';

test('G1, G11: from the finding to the fix to works, and back to the exact bytes', async ({
  app,
  home,
  repair,
}) => {
  await repair.openFixOf('acme');
  await expect(repair.title('Add the missing type to “acme”')).toBeVisible();
  await expect(repair.diffs).toContainText('"type": "http"');
  await expect(repair.section('What stays as it is')).toContainText('Other servers');

  // No is no: nothing was touched.
  await repair.apply.click();
  const asked = await app.answer(false);
  expect(asked.text).toContain(home.file);
  await expect(repair.headline).toContainText('You said no.');
  expect(await home.now()).toBe(home.before);

  await repair.button('Plan again').click();
  await repair.apply.click();
  await app.answer(true);
  await expect(repair.headline).toHaveText('Done, and what was broken is gone.');
  const { url } = (JSON.parse(home.before) as Servers).mcpServers.acme;
  const wanted = home.before.replace(
    `"url": "${url}"\n`,
    `"url": "${url}",\n\t\t\t"type": "http"\n`,
  );
  expect(await home.now()).toBe(wanted);

  await repair.undo.click();
  await expect(repair.title(/^Undo/)).toBeVisible();
  await repair.undo.click();
  await app.answer(true);
  await expect(repair.headline).toHaveText('Undone. The files are as they were before.');
  expect(await home.now()).toBe(home.before);
});

interface Servers {
  readonly mcpServers: { readonly acme: { readonly url: string } };
}

test('A13: no secret of the file is in the window, its question or the journal', async ({
  app,
  repair,
}) => {
  await repair.openFixOf('acme');
  await repair.apply.click();
  const asked = await app.answer(true);
  await expect(repair.headline).toBeFocused();
  const shown = [asked.title, asked.text, await app.page.content()];
  await repair.openJournal();
  await repair.main.getByText('Add the missing type to “acme”').click();
  shown.push(await app.page.content());
  expect(shown.join('\n')).not.toContain(PLANTED.slice(0, 12));
});

test('keyboard: a fix is opened, applied and left without a mouse', async ({
  app,
  home,
  repair,
}) => {
  await repair.openFixOf('acme');
  await expect(repair.apply).toBeEnabled();
  await repair.apply.focus();
  await app.page.keyboard.press('Enter');
  await app.answer(true);
  await expect(repair.headline).toBeFocused();
  expect(await home.now()).not.toBe(home.before);
  await app.page.keyboard.press('Escape');
  await expect(repair.main.getByRole('heading', { level: 1, name: 'acme' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`nothing is wider than the window at 720 pixels, ${colorScheme}`, async ({
    app,
    repair,
  }, info) => {
    const look = async (state: string) => {
      await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const width of [1280, 720]) {
        await app.page.setViewportSize({ width, height: 860 });
        const wide = await app.page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide).toBe(0);
        const name = `fix-${state}-${colorScheme}-${width}-${info.project.name}.png`;
        await app.page.screenshot({ path: `test-results/screenshots/${name}`, fullPage: true });
      }
      await app.page.setViewportSize({ width: 1280, height: 860 });
    };
    await repair.openFixOf('acme');
    await expect(repair.apply).toBeEnabled();
    await look('preview');
    await repair.apply.click();
    await app.answer(true);
    await expect(repair.headline).toBeFocused();
    await look('done');
    await repair.openJournal();
    await expect(repair.main.getByText('in place')).toBeVisible();
    await look('journal');
    await repair.button('Backups').click();
    await expect(repair.main.getByText('before a fix')).toBeVisible();
    await look('backups');
  });
