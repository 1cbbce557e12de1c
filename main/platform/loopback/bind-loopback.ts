import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../../contract/errors.ts';
import { errorCode } from '../error-code.ts';
import type { LoopbackAddress, LoopbackRedirect } from './loopback-redirect.ts';

/** Makes a server that listens nowhere yet. */
export type CreateServer = () => Server;

export interface Bound {
  readonly port: number;
  readonly servers: readonly Server[];
}

const ADDRESSES: readonly LoopbackAddress[] = ['127.0.0.1', '::1'];
/** How often another free port is tried, where one is taken in the other address family. */
const TRIES = 10;
/** The machine has no such address (containers without IPv6). */
const ABSENT = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'];

/**
 * Listens on 127.0.0.1 and ::1, on the same port. SECURITY: C8. Nothing else is ever listened on.
 * An address that the browser may call must be ours, or a stranger's program would get the code; it
 * may be missing only where this machine has no such address at all.
 * @throws AppError `port-busy`
 */
export async function bindLoopback(
  redirect: LoopbackRedirect,
  create: CreateServer,
): Promise<Bound> {
  for (let left = redirect.port === 0 ? TRIES : 1; left > 0; left -= 1) {
    const bound = await tryPort(redirect, create);
    if (bound !== null) return bound;
  }
  const reason =
    redirect.port === 0
      ? 'no port was free on both 127.0.0.1 and ::1.'
      : `the client wants port ${redirect.port}, and another program has it.`;
  throw new AppError('port-busy', { reason });
}

/** @returns null where the port is taken; nothing listens then */
async function tryPort(redirect: LoopbackRedirect, create: CreateServer): Promise<Bound | null> {
  const servers: Server[] = [];
  let { port } = redirect;
  let isTaken = false;
  for (const address of inOrder(redirect)) {
    const server = create();
    const code = await listen(server, address, port);
    if (code === null) servers.push(server);
    else isTaken ||= redirect.families.includes(address) && !ABSENT.includes(code);
    port = servers[0] ? portOf(servers[0]) : port;
  }
  if (!isTaken && servers.length > 0) return { port, servers };
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return null;
}

/** What must be ours first: it says which port the other gets. */
function inOrder({ families }: LoopbackRedirect): readonly LoopbackAddress[] {
  return [...families, ...ADDRESSES.filter((one) => !families.includes(one))];
}

/** @returns the system's code where it does not listen, else null */
function listen(server: Server, host: LoopbackAddress, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(errorCode(error) || 'unknown'));
    server.listen({ host, port, exclusive: true, ipv6Only: true }, () => resolve(null));
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
