import { untilAborted } from '../until-aborted.ts';
import { NO_FACTS, type Listener, type MachineFacts } from '../../model/machine-facts.ts';
import type { SettingsFile } from '../../model/settings-evidence.ts';
import type { ListenerFacts, Ports, ProcessFacts } from '../../ports.ts';
import { shownText } from '../stores/store-values.ts';
import { environmentFacts } from './environment-facts.ts';
import { pathTools } from './path-tools.ts';
import { processTwins } from './process-twins.ts';
import { providerFact } from './provider-fact.ts';
import { remotePlaces } from './remote-places.ts';
import { clientProcesses, runningClients } from './running-clients.ts';

export type FactPorts = Pick<Ports, 'files' | 'place' | 'machine' | 'clock'>;

/**
 * What is true of this machine besides files of clients: environment, processes, ports, tools. No
 * argument of a process and no secret of the environment is in the result (safety H2).
 * @param settings for the variables and switches that they set
 * @param signal what was not seen when it is aborted is null or empty
 * @returns never rejects for what the machine is like
 */
export async function gatherFacts(
  ports: FactPorts,
  settings: readonly SettingsFile[],
  signal: AbortSignal,
): Promise<MachineFacts> {
  const { machine, place, clock } = ports;
  const environment = environmentFacts(place, settings);
  const provider = providerFact(environment, settings, place.copied);
  const base = { ...NO_FACTS, now: clock.now(), environment, provider };
  if (signal.aborted) return base;
  const asked = <T>(answer: Promise<T | null>): Promise<T | null> => orNull(answer, signal);
  const [processes, listeners, reservedPorts, claudeHandler, defaultBrowser, remote, tools] =
    await Promise.all([
      asked(machine.processes()),
      asked(machine.listeners()),
      asked(machine.reservedPorts()),
      asked(machine.handlerOf('claude')),
      asked(machine.handlerOf('https')),
      asked(remotePlaces(ports)),
      asked(pathTools(ports)),
    ]);
  return {
    ...base,
    ...ofProcesses(processes, listeners, place.os),
    reservedPorts,
    claudeHandler: shownHandler(claudeHandler),
    defaultBrowser: shownHandler(defaultBrowser),
    remote: remote ?? [],
    tools: tools ?? [],
  };
}

function ofProcesses(
  processes: readonly ProcessFacts[] | null,
  listeners: readonly ListenerFacts[] | null,
  os: Ports['place']['os'],
): Pick<MachineFacts, 'running' | 'twins' | 'listeners'> {
  const clients = processes === null ? [] : clientProcesses(processes, os);
  return {
    running: processes === null ? null : runningClients(clients),
    twins: processes === null ? null : processTwins(processes, clients),
    listeners: listeners?.map((one) => owned(one, processes ?? [])) ?? null,
  };
}

function owned(
  { port, address, pid }: ListenerFacts,
  processes: readonly ProcessFacts[],
): Listener {
  const owner = pid === null ? undefined : processes.find((one) => one.pid === pid);
  return { port, address, pid, program: owner === undefined ? null : shownText(owner.program) };
}

function shownHandler(handler: MachineFacts['claudeHandler']): MachineFacts['claudeHandler'] {
  return handler === null || handler === 'none' ? handler : { program: shownText(handler.program) };
}

/** A port that rejects, or is slower than the user's patience, has not told us (safety L2). */
function orNull<T>(answer: Promise<T | null>, signal: AbortSignal): Promise<T | null> {
  return untilAborted(() => answer.catch(() => null), signal);
}
