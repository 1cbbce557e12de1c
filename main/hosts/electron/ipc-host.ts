import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { CallAnswer } from '../../contract/client.ts';
import { AppError } from '../../contract/errors.ts';
import { createHost, toErrorData, type Emit, type Handlers } from '../../contract/host.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../contract/window-channels.ts';
import { refusalOf } from './sender-check.ts';

export interface IpcHostOptions {
  /** The contents of our window, or null before it is made and after it is gone. */
  readonly contents: () => WebContents | null;
  readonly now: () => number;
  /** Logs what is a bug and gives its reference. */
  readonly onBug: (error: unknown) => string;
  readonly log: (text: string) => void;
  /** Parse outputs and events too (safety B3): on unless packaged. */
  readonly strict: boolean;
}

export interface IpcHost {
  /** Sends an event to our window; dropped where there is none. */
  readonly emit: Emit;
  /** Begins to answer calls. */
  readonly serve: (handlers: Handlers) => void;
}

/**
 * The only place that speaks with the window (safety B2): one channel for calls, one for events.
 * Every call passes the sender check before anything of it is looked at.
 */
export function createIpcHost(options: IpcHostOptions): IpcHost {
  let checkEvent: Emit = () => {};
  let refused = 0;
  /** SECURITY: B5. A refusal is an answer with a code, and it is counted. */
  const refuse = (reason: string): CallAnswer => {
    refused += 1;
    options.log(`refused call ${refused}: ${reason}`);
    return {
      ok: false,
      error: toErrorData(new AppError('call-refused', { reason }), options.onBug),
    };
  };
  return {
    emit: (name, payload) => {
      checkEvent(name, payload);
      options.contents()?.send(EVENT_CHANNEL, name, payload);
    },
    serve: (handlers) => {
      const host = createHost(handlers, options);
      checkEvent = host.checkEvent;
      const answer = (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
        const reason = refusalOf(event, options.contents()?.id ?? null);
        if (reason !== null) return refuse(reason);
        return typeof name === 'string' ? host.answer(name, input) : refuse('it has no name');
      };
      ipcMain.handle(CALL_CHANNEL, answer);
    },
  };
}
