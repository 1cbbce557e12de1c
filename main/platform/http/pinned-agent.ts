import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import * as tls from 'node:tls';

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
    const secured = dial(host, Number(wanted.port)).then((socket) => secure(socket, host, context));
    hand(secured, made);
    return undefined;
  };
  return agent;
}

function secure(socket: Socket, host: string, context: LazyContext): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const name = host.replace(/\.$/u, '');
    const options = {
      socket,
      host: name,
      secureContext: context(),
      ALPNProtocols: ['http/1.1'],
      // SECURITY: C9. Said, not left to the default: NODE_TLS_REJECT_UNAUTHORIZED changes that.
      rejectUnauthorized: true,
      // RFC 6066 §3: no address literals, and no trailing dot.
      servername: isIP(name) === 0 ? name : '',
    };
    const secured = tls.connect(options);
    // The TLS socket reports for both; an error without a listener would end the process.
    socket.on('error', () => undefined);
    secured.once('error', reject);
    secured.once('secureConnect', () => {
      secured.removeListener('error', reject);
      resolve(secured);
    });
  });
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
