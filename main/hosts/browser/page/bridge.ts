import { createBridge, type CallAnswer, type ChannelNames } from '../../../contract/client.ts';
import { CALL_BINDING, EVENT_TYPE, OWN_ORIGIN } from '../own-page.ts';

/** The channel names of the table, put in by the bundler (build/bundles.ts). */
declare const CHANNELS: ChannelNames;

/** What of a page's window the bridge touches; tests give a small double. */
export interface BridgePage {
  readonly top: unknown;
  readonly location: { readonly origin: string };
  addEventListener(type: string, listener: (event: { detail?: unknown }) => void): void;
  [name: string]: unknown;
}
type RawCall = (name: string, input: string) => Promise<string>;
type Listener = (payload: unknown) => void;

/**
 * Puts `window.unblank` into our own page and takes the raw binding out of every page. In a frame,
 * a pop-up or a foreign page only the second happens. SECURITY: B4. The page gets the generated
 * functions and nothing that names a channel; calls and events cross as JSON text, so nothing but
 * plain data does.
 * @param page the window; global scope
 * @param names the channel names of the table
 */
export function installBridge(page: BridgePage, names: ChannelNames): void {
  const raw = page[CALL_BINDING] as RawCall | undefined;
  Reflect.deleteProperty(page, CALL_BINDING);
  if (raw === undefined || page.top !== page || page.location.origin !== OWN_ORIGIN) return;
  const listeners = listenTo(page, names.events);
  const bridge = createBridge(names, {
    call: async (name, input) =>
      JSON.parse(await raw(name, JSON.stringify(input) ?? 'null')) as CallAnswer,
    listen(name, listener) {
      listeners.get(name)?.add(listener);
      return () => void listeners.get(name)?.delete(listener);
    },
  });
  const { calls, events } = bridge;
  const value = Object.freeze({ calls: Object.freeze(calls), events: Object.freeze(events) });
  Object.defineProperty(page, 'unblank', { value, enumerable: true });
}

function listenTo(page: BridgePage, names: readonly string[]): Map<string, Set<Listener>> {
  const listeners = new Map(names.map((name) => [name, new Set<Listener>()]));
  page.addEventListener(EVENT_TYPE, ({ detail }) => {
    const { name, payload } = JSON.parse(String(detail)) as { name: string; payload: unknown };
    for (const listener of listeners.get(name) ?? []) listener(payload);
  });
  return listeners;
}

// In the bundle this file is the whole program; in a test there are no channels and it only exports.
if (typeof CHANNELS !== 'undefined') installBridge(globalThis as unknown as BridgePage, CHANNELS);
