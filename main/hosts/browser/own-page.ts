/**
 * The address of our own page in the browser host. `.invalid` never resolves (RFC 6761 §6.4), so
 * even a request that slipped past the guard would reach nobody; https makes it a secure context.
 */
export const OWN_ORIGIN = 'https://companion.invalid';
export const OWN_PAGE = `${OWN_ORIGIN}/`;

/** Name of the exposed binding; the bridge takes it and removes the name from the page. */
export const CALL_BINDING = 'unblankCall';
/** Type of the DOM event by which the host hands an event of the contract to the bridge. */
export const EVENT_TYPE = 'unblank-event';
