import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

export interface ClosedPort {
  readonly port: number;
  release(): void;
}

/**
 * A loopback port that refuses connections for as long as it is held. Closing a listener and using
 * its number would leave it to the next process that asks for a port; here the number is taken as
 * the near end of a connection of ours, so nobody can listen on it.
 */
export async function holdClosedPort(): Promise<ClosedPort> {
  const anchor = createServer().listen(0, '127.0.0.1');
  await once(anchor, 'listening');
  const accepted = once(anchor, 'connection');
  const holder = connect((anchor.address() as AddressInfo).port, '127.0.0.1');
  await once(holder, 'connect');
  const [far] = (await accepted) as [typeof holder];
  const port = holder.localPort;
  if (port === undefined) throw new Error('A connected socket has no local port');
  return {
    port,
    release: () => {
      for (const socket of [holder, far]) socket.destroy();
      anchor.close();
    },
  };
}
