import type { Page } from 'playwright-core';
import type { CallAnswer } from '../../contract/client.ts';
import { createHost, type Emit, type Handlers } from '../../contract/host.ts';
import type { Refuse } from './guard-window.ts';
import { isOwnSender, type Sender } from './is-own-sender.ts';
import { CALL_BINDING, EVENT_TYPE } from './own-page.ts';

/** The functions of a page that carry the contract. */
export type CarryingPage = Pick<Page, 'exposeBinding' | 'evaluate' | 'mainFrame'>;

export interface CarryOptions {
  /** The handlers, once the services stand; a call that comes earlier waits. */
  readonly handlers: Promise<Handlers>;
  readonly refuse: Refuse;
  readonly onBug: (error: unknown) => string;
}

/**
 * Lets calls of our own page in, through one exposed binding.
 * @param page our window, before it shows our page
 */
export async function carryCalls(page: CarryingPage, options: CarryOptions): Promise<void> {
  const host = options.handlers.then((handlers) =>
    createHost(handlers, { now: () => performance.now(), onBug: options.onBug, strict: false }),
  );
  // Whoever calls hears of it, and whoever opened the window (L3).
  host.catch(() => undefined);
  await page.exposeBinding(
    CALL_BINDING,
    async (sender: Sender, name: unknown, input: unknown): Promise<string> => {
      // SECURITY: B1, B5. A stranger gets a coded refusal and is told of.
      if (!isOwnSender(sender, page)) {
        options.refuse({ kind: 'call', what: String(name).slice(0, 64) });
        return refusal('not our window');
      }
      if (typeof name !== 'string' || typeof input !== 'string') return refusal('wrong form');
      return JSON.stringify(await answer(await host, name, input));
    },
  );
}

async function answer(
  host: ReturnType<typeof createHost>,
  name: string,
  input: string,
): Promise<CallAnswer> {
  return host.answer(name, parseJson(input));
}

/** Text that is no JSON becomes a value that no schema of the table takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refusal(reason: string): string {
  const data: CallAnswer = { ok: false, error: { code: 'call-refused', params: { reason } } };
  return JSON.stringify(data);
}

/**
 * The way of events to our page. They arrive in the order in which they were sent; one that finds no
 * page is lost, as the window that wanted it is gone.
 * @param page our window
 */
export function emitTo(page: Pick<CarryingPage, 'evaluate'>): Emit {
  let last: Promise<unknown> = Promise.resolve();
  return (name, payload) => {
    const detail = JSON.stringify({ name, payload });
    last = last.then(() => page.evaluate(dispatch, [EVENT_TYPE, detail] as const).catch(lost));
  };
}

/** Runs in the page. */
const dispatch = ([type, detail]: readonly [string, string]): boolean =>
  (globalThis as unknown as EventTarget).dispatchEvent(new CustomEvent(type, { detail }));

const lost = (): undefined => undefined;
