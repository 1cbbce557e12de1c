import { AppError } from '../../../contract/errors.ts';
import { redactUrl } from '../../../engine/redact/url.ts';
import { validateExternalUrl } from '../../../engine/safety/external-url.ts';

/**
 * An authorization request as it may be handed to a browser or printed. SECURITY: C3, D6. Its
 * endpoint was named by a server, so it is checked like every address from outside.
 * @throws AppError `page-not-opened`
 */
export function checkedAddress(url: string): string {
  const checked = validateExternalUrl(url);
  if (checked.ok) return checked.href;
  const reason = `Unblank opens no address with this fault: ${checked.reason}.`;
  throw new AppError('page-not-opened', { url: redactUrl(url).slice(0, 200), reason });
}
