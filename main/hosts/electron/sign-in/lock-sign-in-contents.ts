import type { WebContents } from 'electron';

/**
 * What holds for the contents of a sign-in window from its making on. It may go where its provider
 * sends it; it gets no second window and no webview. The protocol tells of the attempts.
 * @param contents as they are created
 */
export function lockSignInContents(contents: WebContents): void {
  // SECURITY: C2, A9.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
