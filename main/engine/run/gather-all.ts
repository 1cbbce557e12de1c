import { LOG_BYTES, readMachine, type Places } from '../local/gather-machine.ts';
import { incidentWords } from '../local/logs/incidents/incident-words.ts';
import type { Client } from '../model/client.ts';
import type { MachineEvidence, NotExamined } from '../model/evidence.ts';
import type { LogFile } from '../model/log-evidence.ts';
import { chooseClients } from './choose-clients.ts';
import type { DiagnoseOptions, DiagnoseRequest, ProgressTeller } from './diagnose.ts';
import { gatherTarget, type GatherContext, type GatheredTarget } from './gather-target.ts';
import { inParallel } from './in-parallel.ts';
import { namedAuthorities } from './named-authorities.ts';
import { planTargets, type Plan, type PlannedTarget, type TargetChoice } from './plan.ts';
import { shortTime } from './short-time.ts';
import { isSwitchedOff, notAsked } from './switched-off.ts';

/** Servers asked at the same time. */
const TARGETS_AT_ONCE = 256;

/** All evidence of a run: of the machine, and of every server that was chosen. */
export interface GatheredAll {
  readonly machine: MachineEvidence;
  readonly plan: Plan;
  readonly clients: readonly Client[];
  readonly targets: readonly { readonly planned: PlannedTarget; readonly target: GatheredTarget }[];
  readonly notExamined: readonly NotExamined[];
}

/**
 * Gathers what a run judges. Servers are asked as soon as it is known which there are, while the logs
 * are still being read.
 * @throws AppError for a choice that names nothing; nothing goes on in the background then
 */
export async function gatherAll(
  request: DiagnoseRequest,
  options: Pick<DiagnoseOptions, 'ports' | 'clients'>,
  signal: AbortSignal,
  progress: ProgressTeller,
): Promise<GatheredAll> {
  const leaving = new AbortController();
  const reading = readMachine(options.ports, AbortSignal.any([signal, leaving.signal]), {
    logs: LOG_BYTES,
    onLog: (log) => progress.say(newestStory(log)),
    ...(request.keychain === undefined ? {} : { keychain: request.keychain }),
  });
  // Where nobody waits for it any more, because the choice was wrong, it must not end the program.
  reading.whole.catch(() => undefined);
  try {
    progress.start('Reading the configuration of this machine');
    const places = await reading.places;
    progress.end();
    const plan = planOf(request.choice, places, signal);
    const clients = chooseClients(options.clients, request.versions ?? [], places.installs);
    const ca = await namedAuthorities(request.ca, places, options.ports.files);
    const own = { ...request, ca };
    const context = { request: own, clients, ports: options.ports, signal, progress };
    const asking = inParallel(plan.targets, TARGETS_AT_ONCE, async (planned) => ({
      planned,
      target: await gatherOne(planned, places, context),
    }));
    const [targets, whole] = await Promise.all([asking, reading.whole]);
    return { ...whole, plan, clients, targets };
  } finally {
    leaving.abort();
  }
}

/** A server that is off everywhere is left alone, unless somebody named it. */
async function gatherOne(
  planned: PlannedTarget,
  places: Places,
  context: GatherContext,
): Promise<GatheredTarget> {
  const { request } = context;
  const isLeft = request.choice.kind === 'everything' && isSwitchedOff(planned, places);
  if (!isLeft || request.offline) return gatherTarget(planned, context);
  const alone = { ...context, request: { ...request, offline: true } };
  const target = await gatherTarget(planned, alone);
  return { ...target, notExamined: [...target.notExamined, notAsked(planned)] };
}

/** The newest story of a log is told while older parts are still being read. */
function newestStory({ incidents }: LogFile): string | null {
  const newest = incidents.at(-1);
  return newest === undefined ? null : incidentWords(newest, shortTime);
}

/** Who stops while the files are being read is not told that the server is not there. */
function planOf(choice: TargetChoice, machine: Places, { aborted }: AbortSignal): Plan {
  try {
    return planTargets(choice, machine);
  } catch (error) {
    if (!aborted) throw error;
    return { targets: [], notExamined: [] };
  }
}
