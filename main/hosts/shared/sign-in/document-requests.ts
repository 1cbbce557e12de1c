import type { FrameKind } from '../../../engine/model/navigation-event.ts';

export interface HeadersSeen {
  readonly status: number;
  readonly headers: unknown;
}

/** A request of a document from its start over all redirects to its end. */
export interface DocumentRequest {
  url: string;
  readonly frame: FrameKind;
  readonly by: 'us' | 'page' | 'form';
  redirectedBy: { readonly url: string; readonly status: number } | null;
  /** The answer of the current hop was told. */
  answered: boolean;
  /** What the network saw of the current hop; told where the page never gets to see it. */
  raw: HeadersSeen | null;
  /** Its end is ours (the redirect URI was caught) or was told already. */
  silent: boolean;
}

/** More at once than any window has; beyond it the oldest are forgotten. */
const MOST = 200;

/** The document requests that are on their way, by the protocol's id of them. */
export interface DocumentRequests {
  get(id: string): DocumentRequest | undefined;
  add(id: string, request: DocumentRequest): DocumentRequest;
  remove(id: string): void;
}

export function createDocumentRequests(): DocumentRequests {
  const requests = new Map<string, DocumentRequest>();
  return {
    get: (id) => requests.get(id),
    add: (id, request) => {
      if (requests.size >= MOST) requests.delete(requests.keys().next().value ?? '');
      requests.set(id, request);
      return request;
    },
    remove: (id) => void requests.delete(id),
  };
}
