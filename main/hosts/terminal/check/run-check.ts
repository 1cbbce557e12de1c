import { CLIENTS } from '../../../engine/clients/index.generated.ts';
import { parseClientChoices } from '../../../engine/run/choose-clients.ts';
import type { DiagnoseRequest } from '../../../engine/run/diagnose.ts';
import { createNodePorts } from '../../../platform/node-ports.ts';
import { chooseTargets, readNetwork, readPlace } from '../options/read-options.ts';
import type { CheckOptions } from './check-options.ts';
import { askLeave } from './ask-leave.ts';
import { createQuestion } from './create-question.ts';
import { diagnoseHere } from './diagnose-here.ts';
import { exitCodeOf } from './exit-code.ts';
import { writeReport } from './write-report.ts';

/**
 * `unblank check`: reads only.
 * @param targets URLs or names; a mixture is refused, because their reports differ
 * @returns the exit code
 * @throws AppError for bad addresses, names and options, each with a sentence
 */
export async function runCheck(targets: readonly string[], options: CheckOptions): Promise<number> {
  const report = await diagnoseHere({
    ports: createNodePorts(await readPlace(options)),
    request: {
      choice: chooseTargets(targets),
      ...readClients(options.client),
      offline: options.offline ?? false,
      ...(await readNetwork(options)),
      register: options.register ?? false,
      ...(options.keychain ? { keychain: await askLeave(createQuestion()) } : {}),
    },
  });
  await writeReport(report, {
    format: options.json ? 'json' : 'text',
    output: options.output ?? null,
  });
  return exitCodeOf(report, options.failOn);
}

/** Which clients are shown, and in which versions they are judged. */
function readClients(text: string | undefined): Pick<DiagnoseRequest, 'clients' | 'versions'> {
  if (text === undefined) return { clients: null };
  const versions = parseClientChoices(text, CLIENTS);
  return { clients: [...new Set(versions.map((one) => one.id))], versions };
}
