import { shell } from 'electron';
import { AppError } from '../../contract/errors.ts';
import { validateExternalUrl } from '../../engine/safety/external-url.ts';

/**
 * Opens one of our own listed pages in the system browser. The only place that does.
 * SECURITY: C3. The engine names pages by id, so no address of a server or of the window comes
 * here; the check stands all the same, and what is opened is the form that was checked.
 * @param url address of a listed page
 * @throws AppError unknown-page for an address that is not plain https
 */
export async function openUrl(url: string): Promise<void> {
  const checked = validateExternalUrl(url);
  if (!checked.ok) throw new AppError('unknown-page');
  await shell.openExternal(checked.href);
}
