import { beforeEach, expect, test, vi } from 'vitest';
import { MODES } from '../../engine/modes/index.generated.ts';
import { validateExternalUrl } from '../../engine/safety/external-url.ts';

const openExternal = vi.fn(async () => {});
vi.mock('electron', () => ({ shell: { openExternal } }));
const { openUrl } = await import('./open-url.ts');

beforeEach(() => openExternal.mockClear());

test('C3: a page is opened in the form that was checked', async () => {
  await openUrl('HTTPS://Example.com/a b'.replace(' ', '%20'));
  expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://example.com/a%20b');
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://u:p@example.com/',
  'https://x/$(a)',
])('C3: %s is not opened', async (url) => {
  await expect(openUrl(url)).rejects.toMatchObject({ code: 'unknown-page' });
  expect(openExternal).not.toHaveBeenCalled();
});

test('C3: every page that Unblank lists passes the check, so none is a dead link', () => {
  const listed = MODES.flatMap((mode) => mode.references);
  expect(listed.filter((url) => !validateExternalUrl(url).ok)).toEqual([]);
});
