import type { WebContents } from 'electron';
import { placeOf } from './session-policy.ts';

/**
 * Keeps a page where it is. Set in `web-contents-created`, so that no contents can be without it.
 *
 * These events are not emitted for what we start ourselves (loadURL, reload) nor within the same
 * document, so everything that reaches them is refused; no list of allowed addresses to get wrong.
 * @param contents any web contents, as it is created
 * @param log told about every refusal, by place only
 */
export function lockNavigation(contents: WebContents, log: (text: string) => void): void {
  const refuse = (event: { readonly url: string; preventDefault(): void }) => {
    event.preventDefault();
    log(`refused to go to ${placeOf(event.url)}`);
  };
  // SECURITY: C1.
  contents.on('will-navigate', (event) => refuse(event));
  contents.on('will-frame-navigate', (event) => refuse(event));
  contents.on('will-redirect', (event) => refuse(event));
  // SECURITY: A9.
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // SECURITY: C2. Also for frames without a user's gesture (CVE-2026-70608).
  contents.setWindowOpenHandler(({ url }) => {
    log(`refused to open a window for ${placeOf(url)}`);
    return { action: 'deny' };
  });
}
