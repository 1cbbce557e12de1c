import type { Agent } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from '../../engine/ports.ts';
import { dial } from './dial.ts';
import { httpAgent, httpsAgent, type LazyContext } from './pinned-agent.ts';
import type { Stop } from './stop.ts';
import type { FindTarget } from './target.ts';

/** All connections of one session. */
export interface Connections {
  /** The agent that keeps connections for a scheme, so that a chain pays one handshake per host. */
  kept(scheme: string): Agent;
  /** An agent without any connection yet, for a request whose kept connection was stale. */
  fresh(scheme: string): Agent;
  close(): void;
}

export interface ConnectionOptions {
  readonly find: FindTarget;
  readonly context: LazyContext;
  readonly clock: Clock;
  readonly nextAddressMs: number;
  readonly closed: Stop;
}

/** Every socket goes through `dial`, to an address that the session's one resolution gave. */
export function createConnections(options: ConnectionOptions): Connections {
  const sockets = new Set<Socket>();
  const agents = new Map<string, Agent>();
  // SECURITY: E3
  const connect = async (host: string, port: number): Promise<Socket> => {
    const target = await options.find(host, port);
    const socket = await dial(target, options.clock, options.nextAddressMs, options.closed);
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const fresh = (scheme: string): Agent =>
    scheme === 'https:' ? httpsAgent(connect, options.context) : httpAgent(connect);
  return {
    fresh,
    kept(scheme) {
      const agent = agents.get(scheme) ?? fresh(scheme);
      agents.set(scheme, agent);
      return agent;
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
