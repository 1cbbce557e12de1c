import type { ClientId } from '../../../contract/words.ts';
import { KNOWN_PORTS } from '../../local/facts/known-ports.ts';
import type { MachineEvidence, ServerEntry } from '../../model/evidence.ts';
import { fileEvidence } from './file-evidence.ts';
import { storedEvidence } from './stored-evidence.ts';
import type { Evidence } from '../../../contract/report.ts';

/** A port on which a client of this machine waits for the browser, and why we know it. */
export interface CallbackPort {
  readonly port: number;
  readonly client: ClientId;
  readonly use: string;
  /** The client takes no other port where this one is not free. */
  readonly isFixed: boolean;
  readonly entries: readonly string[];
  readonly evidence: readonly Evidence[];
}

/**
 * The callback ports of this machine: fixed in a client that is here, set in an entry, or registered
 * by mcp-remote. A port that Claude Code chose for one sign-in is left out: it chooses anew.
 */
export function callbackPorts(machine: MachineEvidence): readonly CallbackPort[] {
  const found = [...knownPorts(machine), ...entryPorts(machine), ...registeredPorts(machine)];
  const keys = found.map(({ client, port }) => `${client} ${port}`);
  return found.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}

function knownPorts({ installs }: MachineEvidence): readonly CallbackPort[] {
  const here = new Set(installs.map(({ client }) => client));
  return KNOWN_PORTS.filter(({ client }) => here.has(client)).map((one) => ({
    ...one,
    // Only Claude Desktop in third-party mode is known to insist (its documentation).
    isFixed: one.client === 'claude-desktop-3p',
    entries: [],
    evidence: [],
  }));
}

function entryPorts({ configs }: MachineEvidence): readonly CallbackPort[] {
  return configs
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => {
      const port = entry.signIn?.callbackPort ?? null;
      if (port === null) return [];
      const client = ownerOf(entry);
      const use = 'callback port that the entry sets';
      return [
        { port, client, use, isFixed: true, entries: [entry.id], evidence: [fileEvidence(entry)] },
      ];
    });
}

function ownerOf({ client, viaMcpRemote }: ServerEntry): ClientId {
  return viaMcpRemote ? 'mcp-remote' : client;
}

function registeredPorts({ stores, facts }: MachineEvidence): readonly CallbackPort[] {
  return stores.signIns
    .filter(({ client }) => client === 'mcp-remote')
    .flatMap((one) =>
      one.redirectUris.flatMap((uri) => {
        const port = loopbackPort(uri);
        if (port === null) return [];
        const use = 'callback that mcp-remote registered';
        const evidence = [storedEvidence(one, facts.now)];
        return [{ port, client: one.client, use, isFixed: false, entries: [], evidence }];
      }),
    );
}

/** The port of a redirect URI on this machine, or null. */
export function loopbackPort(uri: string): number | null {
  const found = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):(\d{1,5})(?:[/?]|$)/iu.exec(uri)?.[1];
  return found === undefined || Number(found) > 65_535 ? null : Number(found);
}
