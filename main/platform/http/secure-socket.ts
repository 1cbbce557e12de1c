import { isIP, type Socket } from 'node:net';
import * as tls from 'node:tls';

/** What `secure` needs besides the connection. */
export interface SecureWishes {
  /** Host as the URL names it, without brackets. */
  readonly host: string;
  readonly context: tls.SecureContext;
  /** Called after the handshake and before the verdict on the certificate; may not be called. */
  readonly onHandshake?: (secured: tls.TLSSocket) => void;
}

/**
 * Puts TLS on a connection: verified always, against the name of the URL (safety E6, C9).
 * @returns the verified socket
 * @throws Node's own error where the handshake or the certificate fails; the socket is closed then
 */
export function secure(socket: Socket, wishes: SecureWishes): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const name = wishes.host.replace(/\.$/u, '');
    const secured = tls.connect({
      socket,
      host: name,
      secureContext: wishes.context,
      ALPNProtocols: ['http/1.1'],
      // SECURITY: C9. Said, not left to the default: NODE_TLS_REJECT_UNAUTHORIZED changes that.
      rejectUnauthorized: true,
      // RFC 6066 §3: no address literals, and no trailing dot.
      servername: isIP(name) === 0 ? name : '',
    });
    // The TLS socket reports for both; an error without a listener would end the process.
    socket.on('error', () => undefined);
    // Node's own listener of this undocumented event destroys what does not verify. Ours is before
    // it and only looks: where another Node never sends the event, less is seen and nothing breaks.
    secured.prependListener('secure', () => wishes.onHandshake?.(secured));
    secured.once('error', reject);
    secured.once('secureConnect', () => {
      secured.removeListener('error', reject);
      resolve(secured);
    });
  });
}
