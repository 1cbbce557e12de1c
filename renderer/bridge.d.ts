import type { Bridge } from '../main/contract/client.ts';

declare global {
  interface Window {
    /** Put here by the host's preload before any script of the page runs; absent elsewhere. */
    readonly unblank?: Bridge;
  }
}
