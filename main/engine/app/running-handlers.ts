import type { Handlers } from '../../contract/host.ts';
import type { Ports } from '../ports.ts';

/** Which clients run, for a person who was asked to quit one (safety G10); reads processes only. */
export function runningHandlers({
  machine,
  place,
}: Pick<Ports, 'machine' | 'place'>): Pick<Handlers, 'repair.running'> {
  return {
    'repair.running': async () => {
      const processes = await machine.processes();
      if (processes === null) return { running: null };
      const { clientProcesses } = await import('../local/facts/running-clients.ts');
      const clients = clientProcesses(processes, place.os).map(({ client }) => client);
      return { running: [...new Set(clients)] };
    },
  };
}
