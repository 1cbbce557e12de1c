import { AppError } from '../../../contract/errors.ts';
import type { Clock } from '../../../engine/ports.ts';
import type { SignInPage, SignInPageOptions, SignInWay } from '../../../engine/sign-in-ports.ts';
import { openCallbackListener, type CallbackListener } from './callback-listener.ts';
import { checkedAddress } from './checked-address.ts';
import { PASTE_QUESTION, pasteWords } from './paste-words.ts';
import { readPaste } from './read-paste.ts';
import { REQUEST } from './system-way.ts';

/**
 * Asks a person for a line that must not be shown or kept.
 * @returns the line, or null where the input has ended or the signal came
 */
export type AskHidden = (question: string, signal: AbortSignal) => Promise<string | null>;

export interface PasteWayOptions {
  readonly clock: Clock;
  readonly ask: AskHidden;
  /** Shows text to people; stderr. */
  readonly say: (text: string) => void;
}

/** After so many wrong pastes it is over. */
const TRIES = 5;

/**
 * No browser of ours at all: the address is shown, and the person pastes where it led, as Claude
 * Code has it. Works over SSH and in containers. Where the client is called back on this machine, a
 * listener waits as well, and whichever comes first counts.
 */
export function createPasteWay({ clock, ask, say }: PasteWayOptions): SignInWay {
  return {
    name: 'none',
    open: async (options: SignInPageOptions): Promise<SignInPage> => {
      const started = clock.monotonic();
      const since = () => clock.monotonic() - started;
      let asking = new AbortController();
      const onCallback = () => asking.abort();
      const listener = await listenIfHere(options, { clock, since, onCallback });
      const redirectUri = listener?.redirectUri ?? options.redirectUri;

      async function askForPaste(signal: AbortSignal): Promise<void> {
        const url = await pastedAddress({ ask, say, redirectUri, signal });
        if (signal.aborted) return;
        await listener?.close();
        if (url === null) options.onEvent({ kind: 'closed', at: since(), by: 'user' });
        else options.onEvent({ ...CALLBACK, at: since(), url });
      }
      return {
        redirectUri,
        isBlind: true,
        async go(url) {
          const address = checkedAddress(url);
          asking.abort();
          asking = new AbortController();
          const hears = await listener?.listen().then(
            () => true,
            () => false,
          );
          options.onEvent({ ...REQUEST, at: since(), url: address });
          say(pasteWords(redirectUri, address, hears ?? false));
          void askForPaste(AbortSignal.any([asking.signal, options.signal]));
        },
        tell: () => Promise.resolve(),
        async close() {
          asking.abort();
          await listener?.close();
        },
      };
    },
  };
}

type ListenerOptions = Parameters<typeof openCallbackListener>[1];

/** A listener is a comfort here: without one the address is pasted. */
async function listenIfHere(
  page: SignInPageOptions,
  options: ListenerOptions,
): Promise<CallbackListener | null> {
  try {
    return await openCallbackListener(page, options);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

interface PasteQuestion {
  readonly ask: AskHidden;
  readonly say: (text: string) => void;
  readonly redirectUri: string;
  readonly signal: AbortSignal;
}

/** @returns the address, or null where nobody answers or every try was wrong */
async function pastedAddress(question: PasteQuestion): Promise<string | null> {
  const { ask, say, redirectUri, signal } = question;
  for (let left = TRIES; left > 0; left -= 1) {
    const text = await ask(PASTE_QUESTION, signal);
    if (text === null || signal.aborted) return null;
    const paste = readPaste(text, redirectUri);
    if (paste.ok) return paste.url;
    say(paste.says);
  }
  say('That was the last try. Start the trace again for a new address.');
  return null;
}

/** How the browser came to it cannot be seen. */
const CALLBACK = {
  kind: 'callback',
  method: 'GET',
  frame: 'top',
  body: null,
  by: 'redirect',
  status: null,
} as const;
