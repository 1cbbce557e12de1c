import { unlessGone, type CdpEvent, type CdpPort } from './cdp-port.ts';
import type { Tell } from './happening.ts';

export interface PasskeyOptions {
  readonly cdp: CdpPort;
  readonly tell: Tell;
  readonly pageUrl: () => string;
}

/** Knows when a page asks for a passkey. */
export interface PasskeyWatch {
  /** Prepares a session of a page or a frame; before its first document. */
  enable(sessionId: string | null): Promise<unknown>;
  handle(event: CdpEvent): void;
}

interface Paused {
  readonly callFrames: readonly {
    readonly callFrameId: string;
    readonly location: { readonly scriptId: string };
  }[];
  readonly data?: { readonly eventName?: string };
  readonly hitBreakpoints?: readonly string[];
}
/** What is known of one session; every list is bounded, a page may bring anything. */
interface Known {
  /** The context of each script that was parsed lately. */
  readonly scripts: Map<string, number>;
  /** Contexts (documents, by and large) whose breakpoints are set. */
  readonly ready: Set<number>;
  readonly asks: Set<string>;
  readonly offers: Set<string>;
  /** The page offers passkeys in its fields (conditional mediation): asking is not yet a prompt. */
  conditional: boolean;
}

const FIRST_STATEMENT = { eventName: 'scriptFirstStatement' };
const ASKS = ['get', 'create'].map((name) => `globalThis.CredentialsContainer?.prototype.${name}`);
const OFFERS = ['globalThis.PublicKeyCredential?.isConditionalMediationAvailable'];
const MOST = 300;

/**
 * Hears of navigator.credentials.get and create by breakpoints on the browser's own functions, set
 * before the first statement of a document runs, and always left at once. SECURITY: D2, D4. Nothing
 * is added to the page, no function is replaced, no virtual authenticator stands between: what the
 * page asks for, it gets as in any window.
 *
 * The protocol does not show the arguments of a native call. A page that asked before whether
 * passkeys can be offered in fields is taken to do that, until it asks after a click or a key (user
 * activation). A call for a password alone counts as well.
 *
 * The pause at first statements stays on: Chromium holds commands to a page back while it navigates,
 * so one that is sent with the request of a document comes too late for its scripts (measured).
 * @param options connection, and who hears of it
 */
export function watchPasskeys({ cdp, tell, pageUrl }: PasskeyOptions): PasskeyWatch {
  const sessions = new Map<string | null, Known>();
  const ofSession = (session: string | null): Known => {
    const known = sessions.get(session) ?? nothingKnown();
    sessions.set(session, known);
    return known;
  };
  const breakOn = async (names: readonly string[], into: Set<string>, at: Place) => {
    for (const name of names) {
      const { objectId } = await read(cdp, name, at);
      if (objectId === undefined) continue;
      const set = 'Debugger.setBreakpointOnFunctionCall';
      const { breakpointId } = (await cdp.send(set, { objectId }, at.session)) as Breakpoint;
      keep(into, breakpointId);
    }
  };
  const onFirstStatement = async (scriptId: string, at: Place) => {
    const known = ofSession(at.session);
    const context = known.scripts.get(scriptId);
    if (context !== undefined && known.ready.has(context)) return;
    if (context !== undefined) keep(known.ready, context);
    await breakOn(ASKS, known.asks, at);
    await breakOn(OFFERS, known.offers, at);
  };
  const onPaused = async ({ callFrames, data, hitBreakpoints = [] }: Paused, session: Session) => {
    const [frame] = callFrames;
    if (frame === undefined) return;
    const known = ofSession(session);
    const at = { callFrameId: frame.callFrameId, session };
    if (data?.eventName !== undefined) return onFirstStatement(frame.location.scriptId, at);
    if (hitBreakpoints.some((id) => known.offers.has(id))) known.conditional = true;
    if (!hitBreakpoints.some((id) => known.asks.has(id))) return;
    const { value } = await read(cdp, 'navigator.userActivation.isActive', at);
    if (value === true || !known.conditional) tell({ kind: 'passkey', url: pageUrl() });
  };
  return {
    enable: async (session) => {
      await cdp.send('Debugger.enable', { maxScriptsCacheSize: 0 }, session);
      await cdp.send('EventBreakpoints.setInstrumentationBreakpoint', FIRST_STATEMENT, session);
    },
    handle: ({ method, params, sessionId }) => {
      if (method === 'Debugger.scriptParsed') parsed(ofSession(sessionId), params);
      if (method === 'Page.frameNavigated') ofSession(sessionId).conditional = false;
      if (method === 'Runtime.executionContextsCleared') ofSession(sessionId).ready.clear();
      if (method === 'Target.detachedFromTarget') sessions.delete(String(params.sessionId));
      if (method !== 'Debugger.paused') return;
      const resume = () => unlessGone(cdp.send('Debugger.resume', {}, sessionId));
      onPaused(params as unknown as Paused, sessionId).then(resume, resume);
    },
  };
}

type Session = string | null;
interface Place {
  readonly callFrameId: string;
  readonly session: Session;
}
interface Breakpoint {
  readonly breakpointId: string;
}
interface Value {
  readonly objectId?: string;
  readonly value?: unknown;
}

function nothingKnown(): Known {
  const lists = { ready: new Set<number>(), asks: new Set<string>(), offers: new Set<string>() };
  return { scripts: new Map(), ...lists, conditional: false };
}

function parsed({ scripts }: Known, params: Readonly<Record<string, unknown>>): void {
  const { scriptId, executionContextId } = params;
  if (scripts.size >= MOST) scripts.delete(scripts.keys().next().value ?? '');
  scripts.set(String(scriptId), Number(executionContextId));
}

function keep<T>(into: Set<T>, one: T): void {
  if (into.size >= MOST) into.clear();
  into.add(one);
}

/** Reads a value where the script stands; without side effects, or it throws. */
async function read(cdp: CdpPort, expression: string, at: Place): Promise<Value> {
  const { callFrameId, session } = at;
  const params = { callFrameId, expression, throwOnSideEffect: true, silent: true };
  const evaluated = await cdp.send('Debugger.evaluateOnCallFrame', params, session);
  return (evaluated as { result: Value }).result;
}
