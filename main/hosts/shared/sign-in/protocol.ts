/** The forms of the DevTools protocol that the watcher reads (protocol reference, version 1.3). */

export interface NetworkRequest {
  readonly url: string;
  readonly urlFragment?: string;
  readonly method: string;
  readonly postData?: string;
  readonly postDataEntries?: readonly { readonly bytes?: string }[];
}
interface NetworkResponse {
  readonly url: string;
  readonly status: number;
  readonly headers: unknown;
}

/** Events by name, as far as they are read. */
export interface ProtocolEvents {
  'Network.requestWillBeSent': {
    readonly requestId: string;
    readonly frameId?: string;
    readonly type?: string;
    readonly request: NetworkRequest;
    readonly redirectResponse?: NetworkResponse;
  };
  'Network.responseReceived': {
    readonly requestId: string;
    readonly type: string;
    readonly response: NetworkResponse;
  };
  'Network.responseReceivedExtraInfo': {
    readonly requestId: string;
    readonly statusCode: number;
    readonly headers: unknown;
  };
  'Network.loadingFailed': { readonly requestId: string; readonly errorText: string };
  'Network.loadingFinished': { readonly requestId: string };
  'Fetch.requestPaused': {
    readonly requestId: string;
    readonly networkId?: string;
    readonly frameId: string;
    readonly resourceType: string;
    readonly redirectedRequestId?: string;
    readonly request: NetworkRequest;
  };
  'Page.frameRequestedNavigation': { readonly frameId: string; readonly reason: string };
  'Page.frameNavigated': {
    readonly frame: { readonly id: string; readonly url: string; readonly unreachableUrl?: string };
  };
  'Page.navigatedWithinDocument': { readonly frameId: string };
  'Page.loadEventFired': object;
  'Page.windowOpen': { readonly url: string };
  'Page.downloadWillBegin': { readonly url: string; readonly suggestedFilename: string };
  'Log.entryAdded': {
    readonly entry: { readonly source: string; readonly level: string; readonly text: string };
  };
  'Runtime.exceptionThrown': {
    readonly exceptionDetails: {
      readonly text: string;
      readonly exception?: { readonly description?: string };
    };
  };
  'Runtime.consoleAPICalled': {
    readonly type: string;
    readonly args: readonly { readonly value?: unknown; readonly description?: string }[];
  };
  'Inspector.targetCrashed': object;
  'Target.attachedToTarget': {
    readonly sessionId: string;
    readonly waitingForDebugger: boolean;
    readonly targetInfo: { readonly targetId: string; readonly type: string; readonly url: string };
  };
}
