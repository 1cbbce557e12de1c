import { APP_ORIGIN, isAppUrl } from './app-origin.ts';

/** What is read of Electron's WebFrameMain; reading throws once the frame is gone. */
export interface SenderFrame {
  readonly url: string;
  readonly origin: string;
  readonly parent: unknown;
}

/** What is read of Electron's IpcMainInvokeEvent. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: SenderFrame | null;
}

/**
 * Tells why a call may not be answered.
 * SECURITY: B1. Not null, top frame, our own web contents, our own origin by URL and by security
 * origin (a sandboxed frame keeps its URL and loses its origin). A missing URL or about:blank is
 * refused: there is no branch for reloads or tests.
 * @param event the event of a call
 * @param windowId id of our window's web contents, or null where it is gone
 * @returns the reason, or null for a sender that is our window
 */
export function refusalOf(event: SenderEvent, windowId: number | null): string | null {
  try {
    const frame = event.senderFrame;
    if (frame === null) return 'its frame is gone';
    if (windowId === null || event.sender.id !== windowId) return 'it is not the window';
    if (frame.parent !== null) return 'it is a frame within the window';
    if (!isAppUrl(frame.url) || frame.origin !== APP_ORIGIN) return 'it is another page';
    return null;
  } catch {
    return 'its frame is gone';
  }
}
