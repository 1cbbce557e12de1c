import { unlessGone, type Cdp } from './cdp.ts';
import { createEvents, createVetoable, NotInStandIn, strict } from './strict.ts';

/** `Electron.Debugger`, and what connects it to its page. */
export interface DebuggerCore {
  readonly object: object;
  readonly connect: (browser: Cdp, targetId: string) => void;
}
interface Command {
  readonly method: string;
  readonly params: object;
  readonly sessionId: string | undefined;
}

/**
 * api/debugger: a session of its own to the page, beside the one that the stand-in works with, so
 * that what it enables and holds is its own. Sessions of child targets carry their id.
 */
export function createDebugger(): DebuggerCore {
  const events = createEvents('Debugger', ['message', 'detach']);
  let resolveTarget: (target: { browser: Cdp; targetId: string }) => void = () => {};
  const target = new Promise<{ browser: Cdp; targetId: string }>((resolve) => {
    resolveTarget = resolve;
  });
  let root: Promise<{ browser: Cdp; sessionId: string }> | null = null;
  const attach = async () => {
    const { browser, targetId } = await target;
    const sessions = new Set<string>();
    browser.onEvery(({ method, params, sessionId = '' }) => {
      if (!sessions.has(sessionId)) return;
      if (method === 'Target.attachedToTarget') sessions.add(String(params.sessionId));
      const from = sessionId === own ? '' : sessionId;
      events.emit('message', createVetoable().event, method, params, from);
    });
    const { sessionId: own } = await browser.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    sessions.add(own);
    return { browser, sessionId: own };
  };
  const send = async ({ method, params, sessionId }: Command) => {
    if (root === null) throw new Error('No target available');
    const { browser, sessionId: own } = await root;
    return browser.session(sessionId ?? own).send(method, params);
  };
  const object = strict('Debugger', {
    ...events.listening,
    attach: (version?: string) => {
      if (version !== undefined && version !== '1.3') throw new NotInStandIn(`protocol ${version}`);
      if (root !== null) throw new Error('Debugger is already attached to the target');
      root = attach();
      unlessGone(root);
    },
    // "the promise resolves with an empty object ({}), not null or undefined".
    sendCommand: (method: string, params: object = {}, sessionId?: string) =>
      send({ method, params, sessionId }),
  });
  return { object, connect: (browser, targetId) => resolveTarget({ browser, targetId }) };
}
