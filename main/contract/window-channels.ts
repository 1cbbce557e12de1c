/** The two channels between a preload and its Electron host; everything else goes through them. */

/** Invoked with a call's name and input; answers with a CallAnswer. */
export const CALL_CHANNEL = 'unblank:call';
/** Sent to the window with an event's name and payload. */
export const EVENT_CHANNEL = 'unblank:event';
