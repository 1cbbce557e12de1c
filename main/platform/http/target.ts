import { lookup } from 'node:dns/promises';
import type { ConnectTo } from '../../engine/ports.ts';
import { literalAddress } from '../../engine/safety/address-class.ts';

/** Every address of a host name, in the order to try them. Rejects with a coded error. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Where a request for a host and port really goes. */
export interface Target {
  readonly addresses: readonly string[];
  readonly port: number;
  /** True where the user sent it there with --connect-to, so the user named the place. */
  readonly mapped: boolean;
}
export type FindTarget = (host: string, port: number) => Promise<Target>;

/** The system's resolver: hosts file, search domains and all, as every client on it uses. */
export const systemResolve: Resolve = async (host) => {
  const answers = await lookup(host, { all: true, verbatim: true });
  return answers.map(({ address }) => address);
};

/**
 * Finds targets, resolving every name once for as long as the session lives: what was judged is
 * what is connected to, whatever the name server says later (safety E3).
 * @param connectTo as curl has it; an empty host or port 0 means any, or the same
 */
export function createTargets(connectTo: readonly ConnectTo[], resolve: Resolve): FindTarget {
  const known = new Map<string, Promise<readonly string[]>>();
  // SECURITY: E3
  const addressesOf = (host: string): Promise<readonly string[]> => {
    const literal = literalAddress(host);
    if (literal !== null) return Promise.resolve([literal]);
    const answer =
      known.get(host) ?? resolve(host).then((answers) => alternating(some(host, answers)));
    known.set(host, answer);
    return answer;
  };
  return async (host, port) => {
    const rule = connectTo.find((row) => applies(row, host, port));
    const addresses = await addressesOf(rule?.toHost || host);
    return { addresses, port: rule?.toPort || port, mapped: rule !== undefined };
  };
}

function applies(rule: ConnectTo, host: string, port: number): boolean {
  const sameHost = rule.host === '' || bare(rule.host) === bare(host);
  return sameHost && (rule.port === 0 || rule.port === port);
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^\[(.*)\]$/u, '$1');
}

function some(host: string, answers: readonly string[]): readonly string[] {
  if (answers.length > 0) return answers;
  throw Object.assign(new Error(`No address for ${host}`), { code: 'ENODATA' });
}

/** Both families in turn, beginning with the resolver's first (RFC 8305 §4). */
function alternating(addresses: readonly string[]): readonly string[] {
  const isSix = (address: string) => address.includes(':');
  const firstIsSix = isSix(addresses[0] ?? '');
  const first = addresses.filter((address) => isSix(address) === firstIsSix);
  const second = addresses.filter((address) => isSix(address) !== firstIsSix);
  const pairs = first.map((address, i) => [address, ...second.slice(i, i + 1)]);
  return [...pairs.flat(), ...second.slice(first.length)];
}
