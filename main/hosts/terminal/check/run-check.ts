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
import { readBaseline } from './read-baseline.ts';
import { renderReport, type Rendering } from './render-report.ts';
import { writingsOf, type Writing } from './report-shapes.ts';
import { terminalStyle } from '../report/terminal-style.ts';
import { writeOutput } from '../write-output.ts';
import { againstBaseline, withoutKnown } from '../../../engine/report/baseline.ts';
import type { Report } from '../../../contract/report.ts';
import { baselineText } from './baseline-text.ts';

/**
 * `unblank check`: reads only.
 * @param targets URLs or names; a mixture is refused, because their reports differ
 * @returns the exit code
 * @throws AppError for bad addresses, names and options, each with a sentence
 */
export async function runCheck(targets: readonly string[], options: CheckOptions): Promise<number> {
  const writings = writingsOf(options);
  const baseline = options.baseline === undefined ? null : await readBaseline(options.baseline);
  const ports = createNodePorts(await readPlace(options));
  const report = await diagnoseHere({
    ports,
    request: {
      choice: chooseTargets(targets),
      ...readClients(options.client),
      offline: options.offline ?? false,
      ...(await readNetwork(options)),
      register: options.register ?? false,
      ...(options.keychain ? { keychain: await askLeave(createQuestion()) } : {}),
    },
  });
  const { failOn } = options;
  for (const one of writings) await write(report, one, { baseline, failOn, roots: ports.place });
  if (baseline === null) return exitCodeOf(report, failOn);
  const { known, gone } = againstBaseline(report, baseline);
  process.stderr.write(baselineText(known.size, gone));
  return exitCodeOf(withoutKnown(report, known), failOn);
}

async function write(
  report: Report,
  { shape, file }: Writing,
  rendering: Omit<Rendering, 'style'>,
): Promise<void> {
  const style = terminalStyle(file === null ? process.stdout : {}, process.env);
  const text = renderReport(report, shape, { ...rendering, style });
  if (file === null) process.stdout.write(text);
  else await writeOutput(file, text);
}

/** Which clients are shown, and in which versions they are judged. */
function readClients(text: string | undefined): Pick<DiagnoseRequest, 'clients' | 'versions'> {
  if (text === undefined) return { clients: null };
  const versions = parseClientChoices(text, CLIENTS);
  return { clients: [...new Set(versions.map((one) => one.id))], versions };
}
