import { unlessGone, type CdpPort } from './cdp-port.ts';

/** A window that asks for nothing in this time is about:blank; nobody waits for what it shows. */
const QUIET_MS = 300;

/**
 * Closes a window that a page opened, before a request of it leaves. It has to run for that: its
 * opener may wait for it. Its first request is held and failed before the window is closed: Chromium
 * lets go of what is held when the window goes, and the request would leave after all.
 * @param cdp connection to the browser
 * @param sessionId of the new window, which waits for us
 * @param targetId of it
 */
export async function refusePopup(
  cdp: CdpPort,
  sessionId: string,
  targetId: string,
): Promise<void> {
  const failed = new Promise<void>((resolve) => {
    cdp.on(({ method, params, sessionId: from }) => {
      if (method !== 'Fetch.requestPaused' || from !== sessionId) return;
      const { requestId } = params;
      const failing = { requestId, errorReason: 'BlockedByClient' };
      cdp.send('Fetch.failRequest', failing, sessionId).then(
        () => resolve(),
        () => resolve(),
      );
    });
  });
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId);
  unlessGone(cdp.send('Runtime.runIfWaitingForDebugger', {}, sessionId));
  await Promise.race([failed, new Promise((resolve) => setTimeout(resolve, QUIET_MS))]);
  await cdp.send('Target.closeTarget', { targetId });
}
