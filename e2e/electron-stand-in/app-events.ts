import { createEvents } from './strict.ts';

/** api/app: the events that are emitted here. */
export const appEvents = createEvents('app', [
  'ready',
  'session-created',
  'web-contents-created',
  'second-instance',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
]);

/** Fires an event of `app`. */
export const emitAppEvent = appEvents.emit;
