import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type * as tls from 'node:tls';
import { secure } from './secure-socket.ts';

/** Opens the TCP connection for a host and port as URLs name them. */
export type Dial = (host: string, port: number) => Promise<Socket>;
/** Makes the TLS context when the first https request needs it. */
export type LazyContext = () => tls.SecureContext;

type Made = (error: Error | null, socket: Duplex) => void;
interface Wanted {
  readonly host?: string | null | undefined;
  readonly port?: number | string | null | undefined;
}

/** An agent whose only way to a socket is `dial`; keeps connections for the next request. */
export function httpAgent(dial: Dial): http.Agent {
  const agent = new http.Agent({ keepAlive: true });
  agent.createConnection = (wanted: Wanted, made?: Made) => {
    hand(dial(wanted.host ?? '', Number(wanted.port)), made);
    return undefined;
  };
  return agent;
}

/** The same with TLS on top: verified always, against the name of the URL (safety E6, C9). */
export function httpsAgent(dial: Dial, context: LazyContext): https.Agent {
  const agent = new https.Agent({ keepAlive: true });
  agent.createConnection = (wanted: Wanted, made?: Made) => {
    const host = wanted.host ?? '';
    const secured = dial(host, Number(wanted.port)).then((socket) =>
      secure(socket, { host, context: context() }),
    );
    hand(secured, made);
    return undefined;
  };
  return agent;
}

function hand(made: Promise<Socket>, callback: Made | undefined): void {
  made.then(
    (socket) => callback?.(null, socket),
    (error: unknown) => fail(callback, error),
  );
}

/** Node's type wants a socket even with an error; the agent does not look at it. */
function fail(callback: ((error: Error, socket: never) => void) | undefined, error: unknown): void {
  const given = error instanceof Error ? error : new Error(String(error));
  (callback as ((error: Error) => void) | undefined)?.(given);
}
