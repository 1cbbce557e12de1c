import { connect, type Socket } from 'node:net';
import type { Clock } from '../../engine/ports.ts';
import { errorCode } from '../error-code.ts';
import { Stopped, type Stop } from './stop.ts';
import type { Target } from './target.ts';

/** Codes that say this machine has no way to a whole family; another address tells more. */
const NO_WAY: readonly string[] = [
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
  'EAFNOSUPPORT',
  'EINVAL',
];

interface RaceEvents {
  readonly won: (socket: Socket) => void;
  readonly lost: (error: unknown) => void;
}

/**
 * Opens a TCP connection to one of the target's addresses and to nothing else (safety E3). The next
 * address is tried when one fails or has been silent for `nextAddressMs`; the first that answers
 * wins (RFC 8305 §5). Not Node's own `autoSelectFamily`: in Node 20 it gives up an address after
 * 250 ms, so a far server whose other family is not routed would seem not to answer.
 * @throws the most telling error of all attempts, or Stopped
 */
export function dial(
  target: Target,
  clock: Clock,
  nextAddressMs: number,
  stop: Stop,
): Promise<Socket> {
  if (stop.failure !== null) return Promise.reject(new Stopped(stop.failure));
  return new Promise((resolve, reject) => {
    const endRace = startRace(target, clock, nextAddressMs, {
      won(socket) {
        forget();
        resolve(socket);
      },
      lost(error) {
        forget();
        reject(error);
      },
    });
    const forget = stop.onStop((failure) => {
      endRace();
      reject(new Stopped(failure));
    });
  });
}

/** @returns a function that ends the race without a winner */
function startRace(
  target: Target,
  clock: Clock,
  nextAddressMs: number,
  events: RaceEvents,
): () => void {
  const waiting = [...target.addresses];
  const running = new Set<Socket>();
  const errors: unknown[] = [];
  let callOff = (): void => undefined;
  const end = (): void => {
    callOff();
    waiting.length = 0;
    for (const socket of running) socket.destroy();
  };
  const fail = (socket: Socket, error: unknown): void => {
    running.delete(socket);
    errors.push(error);
    if (waiting.length > 0) next();
    else if (running.size === 0) events.lost(mostTelling(errors));
  };
  const next = (): void => {
    callOff();
    const host = waiting.shift();
    if (host === undefined) return;
    const socket = connect({ host, port: target.port, noDelay: true });
    running.add(socket);
    socket.once('error', (error) => fail(socket, error));
    socket.once('connect', () => {
      running.delete(socket);
      end();
      socket.removeAllListeners('error');
      events.won(socket);
    });
    callOff = clock.after(nextAddressMs, next);
  };
  next();
  return end;
}

function mostTelling(errors: readonly unknown[]): unknown {
  return errors.find((error) => !NO_WAY.includes(errorCode(error))) ?? errors[0];
}
