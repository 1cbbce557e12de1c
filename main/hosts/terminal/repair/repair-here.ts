import { createInterface } from 'node:readline';
import type { OpenRepairs } from '../../shared/repair/open-repairs.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';
import { diagnoseHere } from '../check/diagnose-here.ts';
import { interruptible } from '../interruptible.ts';
import type { NetworkOptions, PlaceOptions } from '../options/add-options.ts';
import { chooseTargets, readNetwork, readPlace } from '../options/read-options.ts';
import { progressLine } from '../progress-line.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { hasTerminal } from '../tokens/tokens-here.ts';
import type { RepairHost } from './repair-host.ts';

/** Which machine is repaired, and how servers are reached for the checks. */
export type RepairPlaceOptions = PlaceOptions &
  Partial<NetworkOptions> & { readonly offline?: boolean };

/**
 * Runs a command of repair on this machine: real ports, this terminal. Ctrl-C before the first write
 * stops it; afterwards the change is carried to its end.
 * @param openRepairs main/hosts/shared/repair
 * @returns the exit code
 */
export async function repairHere(
  options: RepairPlaceOptions,
  openRepairs: OpenRepairs,
  work: (host: RepairHost) => Promise<number>,
): Promise<number> {
  const ports = createNodePorts(await readPlace(options));
  const network = await readNetwork({ ...options, connectTo: options.connectTo ?? [] });
  const desk = await openRepairs({ ports, network });
  const progress = progressLine(process.stderr);
  const mayAsk = hasTerminal(process.stdin, process.env);
  return interruptible(async (signal) =>
    work({
      ...desk,
      look: (targets) =>
        diagnoseHere({
          ports,
          request: {
            choice: chooseTargets(targets),
            clients: null,
            offline: options.offline ?? false,
            ...network,
            register: false,
          },
        }),
      out: (text) => {
        progress.end();
        process.stdout.write(text);
      },
      say: (text) => {
        progress.end();
        process.stderr.write(text);
      },
      ask: mayAsk ? asking(progress.end) : null,
      style: terminalStyle(process.stdout, process.env),
      sayStyle: terminalStyle(process.stderr, process.env),
      call: { signal, onProgress: progress.show },
    }),
  ).finally(progress.end);
}

/** A question on stderr. Ctrl-C is the same as everywhere, and no answer. */
// SECURITY: K3
function asking(before: () => void): (question: string) => Promise<string> {
  return (question) => {
    before();
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    return new Promise((resolve) => {
      lines.once('SIGINT', () => {
        process.emit('SIGINT');
        lines.close();
      });
      lines.once('close', () => resolve(''));
      lines.question(question, (answer) => {
        resolve(answer);
        lines.close();
      });
    });
  };
}
