import { contextBridge, ipcRenderer } from 'electron';
import { createBridge, type CallAnswer } from '../main/contract/client.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../main/contract/window-channels.ts';
import { createEventRelay } from './event-relay.ts';

// SECURITY: B4. The page gets one function per row of the contract's table; neither ipcRenderer,
// nor a channel name, nor an event object ever reaches it.
const relay = createEventRelay();
ipcRenderer.on(EVENT_CHANNEL, (_event, name: unknown, payload: unknown) =>
  relay.deliver(name, payload),
);
contextBridge.exposeInMainWorld(
  'unblank',
  createBridge(CHANNELS, {
    call: (name, input): Promise<CallAnswer> => ipcRenderer.invoke(CALL_CHANNEL, name, input),
    listen: relay.listen,
  }),
);
