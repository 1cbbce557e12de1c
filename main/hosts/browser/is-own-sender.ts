import { isUrl } from '../../contract/is-url.ts';
import { OWN_ORIGIN } from './own-page.ts';

/** What the binding says about who called, and the page that may. */
export interface Sender {
  readonly page: unknown;
  readonly frame: { url(): string } | null;
}
export interface OwnWindow {
  mainFrame(): unknown;
}

/**
 * SECURITY: B1. True only for the top frame of our own page while it shows our own origin. A frame,
 * a pop-up, a blank page and a page without a URL are refused.
 * @param sender who called
 * @param own our page
 */
export function isOwnSender(sender: Sender, own: OwnWindow): boolean {
  if (sender.page !== own || sender.frame === null) return false;
  if (sender.frame !== own.mainFrame()) return false;
  const url = sender.frame.url();
  return isUrl(url) && new URL(url).origin === OWN_ORIGIN;
}
