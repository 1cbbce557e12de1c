import type { FrameKind } from '../../../engine/model/navigation-event.ts';
import { unlessGone, type CdpPort } from './cdp-port.ts';
import {
  createDocumentRequests,
  type DocumentRequest,
  type DocumentRequests,
  type HeadersSeen,
} from './document-requests.ts';
import type { Tell } from './happening.ts';
import type { NetworkRequest, ProtocolEvents } from './protocol.ts';
import { addressKind, isRedirectUri } from './redirect-match.ts';
import { keptHeaders } from './response-headers.ts';

export interface DocumentOptions {
  readonly cdp: CdpPort;
  readonly mainFrameId: string;
  readonly redirectUri: string;
  readonly tell: Tell;
  /** True once for a navigation that we started. */
  readonly takeOwn: () => boolean;
  /** A document is asked for: the page is not at rest. */
  readonly onBusy: () => void;
  /** The wait for a document ended. */
  readonly onIdle: () => void;
}

type DocumentEvents = Pick<
  ProtocolEvents,
  | 'Page.frameRequestedNavigation'
  | 'Network.requestWillBeSent'
  | 'Fetch.requestPaused'
  | 'Network.responseReceivedExtraInfo'
  | 'Network.responseReceived'
  | 'Network.loadingFailed'
  | 'Network.loadingFinished'
>;

/** The handlers of everything that concerns documents, by the protocol's names. */
export type DocumentWatch = {
  readonly [Name in keyof DocumentEvents]: (
    event: DocumentEvents[Name],
    sessionId: string | null,
  ) => void;
};

interface State extends DocumentOptions {
  readonly requests: DocumentRequests;
  /** Why a frame is about to go somewhere, by its id. */
  readonly reasons: Map<string, 'page' | 'form'>;
}

const LONGEST_BODY = 64 * 1024;
const MOST_FRAMES = 200;

/**
 * Turns what the protocol says of document requests into navigation events, and ends the one that
 * goes to the redirect URI.
 * @param options where to, and who hears of it
 */
export function watchDocuments(options: DocumentOptions): DocumentWatch {
  const state: State = { ...options, requests: createDocumentRequests(), reasons: new Map() };
  return {
    'Page.frameRequestedNavigation': ({ frameId, reason }) => {
      if (state.reasons.size >= MOST_FRAMES) state.reasons.clear();
      state.reasons.set(frameId, reason.startsWith('formSubmission') ? 'form' : 'page');
    },
    'Network.requestWillBeSent': (event) => willBeSent(state, event),
    'Fetch.requestPaused': (event, sessionId) => paused(state, event, sessionId),
    'Network.responseReceivedExtraInfo': ({ requestId, statusCode, headers }) => {
      const one = state.requests.get(requestId);
      if (one !== undefined && !one.answered) one.raw = { status: statusCode, headers };
    },
    'Network.responseReceived': ({ requestId, type, response }) => {
      const one = state.requests.get(requestId);
      if (type === 'Document' && one !== undefined && !one.silent) answered(state, one, response);
    },
    'Network.loadingFailed': (event) => failed(state, event),
    'Network.loadingFinished': ({ requestId }) => void finish(state, requestId),
  };
}

/** Comes before the pause, and also for what never pauses (a custom scheme). */
function willBeSent(state: State, event: DocumentEvents['Network.requestWillBeSent']): void {
  const { requestId, type, frameId, request, redirectResponse } = event;
  if (type !== 'Document') return;
  const known = state.requests.get(requestId);
  const one = known ?? begin(state, requestId, frameId, request.url);
  if (known !== undefined && redirectResponse !== undefined)
    redirected(state, one, redirectResponse);
  one.url = request.url;
  const kind = addressKind(request.url);
  // Told here and ended in `paused`: in Electron the session's own lock may be first to end it.
  if (kind !== 'inner' && isRedirectUri(request.url, state.redirectUri))
    return tellCallback(state, request, one, one.redirectedBy !== null);
  if (kind === 'web') return;
  one.silent = true;
  if (kind === 'program') state.tell({ kind: 'scheme', url: request.url });
}

function paused(
  state: State,
  event: DocumentEvents['Fetch.requestPaused'],
  sessionId: string | null,
): void {
  const { requestId, networkId, resourceType, frameId, request, redirectedRequestId } = event;
  const answer = (method: string, more: object = {}) =>
    unlessGone(state.cdp.send(method, { requestId, ...more }, sessionId));
  const caught = isRedirectUri(request.url, state.redirectUri);
  if (!caught) answer('Fetch.continueRequest');
  // SECURITY: D3. Ended here: neither the name is looked up nor a connection made.
  else answer('Fetch.failRequest', { errorReason: 'Aborted' });
  if (resourceType !== 'Document' && !caught) return;
  const id = networkId ?? requestId;
  const one = state.requests.get(id) ?? begin(state, id, frameId, request.url);
  if (caught && !one.silent) tellCallback(state, request, one, redirectedRequestId !== undefined);
  if (caught) return;
  const { frame, by, redirectedBy } = one;
  const { url, method } = request;
  state.tell({ kind: 'request', url, method, frame, redirectedBy, by });
}

function failed(state: State, event: DocumentEvents['Network.loadingFailed']): void {
  const { requestId, errorText: error } = event;
  const one = finish(state, requestId);
  if (one === undefined || one.silent) return;
  const { url, frame } = one;
  if (error.startsWith('net::ERR_CERT_')) return state.tell({ kind: 'certificate', url, error });
  // An answer that no page is made of (204, a download) ends so too; it was told already.
  if (one.answered && error === 'net::ERR_ABORTED') return;
  // A redirect that the policy of the page forbids: only the network saw the answer.
  if (!one.answered && one.raw !== null) answered(state, one, one.raw);
  state.tell({ kind: 'failed', url, error, frame });
}

function begin(
  state: State,
  id: string,
  frameId: string | undefined,
  url: string,
): DocumentRequest {
  const frame: FrameKind = frameId === state.mainFrameId ? 'top' : 'child';
  const reason = state.reasons.get(frameId ?? '') ?? 'page';
  const by = frame === 'top' && state.takeOwn() ? 'us' : reason;
  state.reasons.delete(frameId ?? '');
  state.onBusy();
  const fresh = { redirectedBy: null, answered: false, raw: null, silent: false };
  return state.requests.add(id, { url, frame, by, ...fresh });
}

function finish(state: State, id: string): DocumentRequest | undefined {
  const one = state.requests.get(id);
  if (one === undefined) return undefined;
  state.requests.remove(id);
  state.onIdle();
  return one;
}

function answered(state: State, one: DocumentRequest, { status, headers }: HeadersSeen): void {
  const { url, frame } = one;
  one.answered = true;
  state.tell({ kind: 'response', url, status, frame, headers: keptHeaders(headers) });
}

function redirected(state: State, one: DocumentRequest, response: HeadersSeen): void {
  answered(state, one, response);
  one.redirectedBy = { url: one.url, status: response.status };
  one.answered = false;
  one.raw = null;
}

function tellCallback(
  state: State,
  asked: NetworkRequest,
  one: DocumentRequest,
  viaRedirect: boolean,
): void {
  one.silent = true;
  state.tell({
    kind: 'callback',
    url: asked.url + (asked.urlFragment ?? ''),
    method: asked.method,
    frame: one.frame,
    body: bodyOf(asked),
    by: viaRedirect ? 'redirect' : one.by === 'form' ? 'form' : 'page',
    status: one.redirectedBy?.status ?? null,
  });
}

/** The form of a POST; Chromium gives it as text, or in parts where it is no UTF-8. */
function bodyOf({ method, postData, postDataEntries = [] }: NetworkRequest): string | null {
  if (method !== 'POST') return null;
  const parts = postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64'));
  return (postData ?? Buffer.concat(parts).toString('utf8')).slice(0, LONGEST_BODY);
}
