/** What travels between a site of the hospital and the sockets: data, so that sites stay pure. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A request as a site sees it: read whole, headers in lower case, the first of each kept. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type ReplyHeaders = Readonly<Record<string, string>>;

/** An ordinary answer. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: ReplyHeaders;
  readonly body: string;
  /** Sent as HTTP/1.0, with the connection closed behind it. */
  readonly version?: '1.0';
}

/** An answer in pieces; `open` gets the functions that write to it and end it. */
export interface Stream {
  readonly kind: 'stream';
  readonly status: number;
  readonly headers: ReplyHeaders;
  /** Called once the headers are out; what it returns is called when it has ended. */
  readonly open: (write: (piece: string | Uint8Array) => void, end: () => void) => () => void;
}

/** Nothing is answered: the connection is reset, or it stays open and silent. */
export interface Reset {
  readonly kind: 'reset';
  readonly stays?: true;
}

export type Reply = Answer | Stream | Reset;
