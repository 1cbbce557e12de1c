import type { MachineEvidence } from '../model/evidence.ts';
import type { Listener } from '../model/machine-facts.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { callbackPorts, type CallbackPort } from './evidence/callback-ports.ts';
import { machineEvidence } from './evidence/stored-evidence.ts';

/** F71: a callback that listens on ::1 only, behind a forwarder that knows 127.0.0.1 only. */
export const mode = defineMachineMode({
  code: 'F71',
  title: 'The callback listens on IPv6 only',
  explanation:
    'A client waits for the browser on ::1 and not on 127.0.0.1. A browser on this machine tries both. What forwards the port from another machine often knows 127.0.0.1 only, and then the last page of the sign-in cannot be reached.',
  whatToDo:
    'Copy the address of the last page, put [::1] in place of localhost and open it with curl on the machine of the client; or paste that address into the client, where it asks for it.',
  step: 'callback',
  severity: 'advice',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-code'],
  requirements: [],
  references: ['https://github.com/anthropics/claude-code/issues/44844'],
  judge: (machine) => {
    const { listeners, running } = machine.facts;
    const own = new Set((running ?? []).map(({ pid }) => pid));
    const known = new Map(callbackPorts(machine).map((one) => [one.port, one]));
    const waiting = (listeners ?? []).filter((one) => known.has(one.port) && isClients(one, own));
    return waiting
      .filter(({ address, port }) => address === '::1' && !hasIpv4(machine, port))
      .map((one) => occurrence(one, known.get(one.port)));
  },
});

function isClients({ pid }: Listener, own: ReadonlySet<number>): boolean {
  return pid === null || own.has(pid);
}

/** `::` takes IPv4 as well, on every system that we know. */
function hasIpv4({ facts }: MachineEvidence, port: number): boolean {
  const others = (facts.listeners ?? []).filter((one) => one.port === port);
  return others.some(({ address }) => address === '::' || !address.includes(':'));
}

function occurrence({ port, program }: Listener, known: CallbackPort | undefined): Occurrence {
  const who = program ?? 'a program';
  return {
    detail: `Now ${who} listens on [::1]:${port}.`,
    ...(known === undefined ? {} : { clients: [known.client], entries: known.entries.slice(0, 1) }),
    evidence: [
      machineEvidence('listening ports', `[::1]:${port}, ${who}`),
      ...(known?.evidence ?? []),
    ],
  };
}
