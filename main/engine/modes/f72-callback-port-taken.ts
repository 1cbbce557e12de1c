import { CLIENT_WORDS } from '../../contract/words.ts';
import type { MachineEvidence } from '../model/evidence.ts';
import type { Listener, PortRange } from '../model/machine-facts.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { callbackPorts, type CallbackPort } from './evidence/callback-ports.ts';
import { machineEvidence } from './evidence/stored-evidence.ts';

/** F72: the port for the callback is taken by another program, or kept by Windows. */
export const mode = defineMachineMode({
  code: 'F72',
  title: 'The port for the callback is taken',
  explanation:
    'At the end of a sign-in the browser is sent to a port on this machine. Another program has that port, or Windows keeps it, so the client cannot listen there: EADDRINUSE, EACCES or “os error 10013”, and the sign-in does not come back.',
  whatToDo:
    'Quit the program that has the port, or give the entry another port. Claude Desktop in third-party mode always uses 53280.',
  step: 'callback',
  severity: 'warning',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-desktop-3p', 'claude-code', 'mcp-remote'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-code/issues/84795',
    'https://github.com/anthropics/claude-code/issues/92968',
    'https://github.com/anthropics/claude-code/issues/3402',
    'https://github.com/anthropics/claude-code/issues/15320',
  ],
  judge: (machine) =>
    callbackPorts(machine).flatMap((one) => [...reserved(one, machine), ...busy(one, machine)]),
});

function reserved(one: CallbackPort, { facts }: MachineEvidence): readonly Occurrence[] {
  const range = facts.reservedPorts?.find(({ from, to }) => from <= one.port && one.port <= to);
  if (range === undefined) return [];
  return [
    {
      ...about(one),
      title: `Windows keeps port ${one.port} for itself`,
      detail: `It keeps ${one.port} with the range ${rangeWords(range)}. This is the ${one.use}.`,
      whatToDo:
        'The ranges change with a restart of Windows, and with the service winnat: as an administrator, “net stop winnat” and “net start winnat”. Where the entry names the port, name one outside of every range; the command shown lists them.',
      snippet: 'netsh interface ipv4 show excludedportrange protocol=tcp',
      severity: one.isFixed ? 'error' : 'advice',
      confidence: 'certain',
      evidence: [machineEvidence('ports that Windows keeps', rangeWords(range)), ...one.evidence],
    },
  ];
}

function busy(one: CallbackPort, machine: MachineEvidence): readonly Occurrence[] {
  const owner = machine.facts.listeners?.find(
    (listener) => listener.port === one.port && isOnLoopback(listener),
  );
  if (owner === undefined || isItself(one, owner, machine)) return [];
  const who = ownerWords(owner);
  return [
    {
      ...about(one),
      title: `Port ${one.port} is taken by another program`,
      detail: `It is taken by ${who}. This is the ${one.use}${fallbackWords(one)}.`,
      severity: one.isFixed ? 'warning' : 'advice',
      // Without its owner it may be the client itself, in the middle of a sign-in.
      confidence: owner.pid === null ? 'possible' : 'likely',
      evidence: [machineEvidence('listening ports', `${one.port}, ${who}`), ...one.evidence],
    },
  ];
}

function about({ client, entries }: CallbackPort): Pick<Occurrence, 'clients' | 'entries'> {
  return entries.length === 0 ? { clients: [client] } : { clients: [client], entries };
}

/** A client that listens there is in the middle of a sign-in. */
function isItself(
  { client }: CallbackPort,
  { pid, program }: Listener,
  { os, facts }: MachineEvidence,
): boolean {
  const running = facts.running?.find((one) => one.pid === pid && pid !== null);
  if (running !== undefined) return sameProgram(running.client, client);
  // Windows does not show the arguments that would tell mcp-remote from another script.
  return os === 'win32' && client === 'mcp-remote' && /(?:^|[\\/])node\.exe$/iu.test(program ?? '');
}

/** Third-party mode is a mode of Claude Desktop, not a program of its own. */
function sameProgram(running: string, client: string): boolean {
  return (
    running === client || (running === 'claude-desktop-stdio' && client === 'claude-desktop-3p')
  );
}

function isOnLoopback({ address }: Listener): boolean {
  return ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(address);
}

function ownerWords({ program, pid }: Listener): string {
  if (program === null) return 'a program of another user or the system';
  return pid === null ? program : `${program} (process ${pid})`;
}

function fallbackWords({ isFixed, client }: CallbackPort): string {
  return isFixed ? '' : `, and ${CLIENT_WORDS[client]} may take another one`;
}

function rangeWords({ from, to }: PortRange): string {
  return from === to ? `${from}` : `${from} to ${to}`;
}
