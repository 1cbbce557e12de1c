import { gatherConfigs } from '../local/gather-configs.ts';
import { gatherSettings } from '../local/settings/gather-settings.ts';
import type { MachineEvidence } from '../model/evidence.ts';
import { NO_FACTS, type MachineFacts } from '../model/machine-facts.ts';
import type { Mode } from '../model/mode.ts';
import { createFakeFiles, type FakeTree } from './fake-files.ts';
import { createFakePlace, type FakePlaceOptions } from './fake-place.ts';
import { occurrencesOnMachine } from './judge-mode.ts';
import { sampleMachine } from './sample-machine.ts';

export interface JudgeFilesOptions extends FakePlaceOptions {
  readonly facts?: Partial<MachineFacts>;
}

/** What is known of a machine that holds these files, as far as configurations and settings say it. */
async function machineWith(
  tree: FakeTree,
  { facts, ...options }: JudgeFilesOptions = {},
): Promise<MachineEvidence> {
  const place = createFakePlace({ project: '/home/ada/app', ...options });
  const ports = { files: createFakeFiles(tree), place };
  const { signal } = new AbortController();
  const { read } = await gatherConfigs(ports, signal);
  return {
    ...sampleMachine(),
    os: place.os,
    configs: read.map(({ config }) => config),
    settings: await gatherSettings(ports, signal),
    facts: { ...NO_FACTS, ...facts },
  };
}

/** What a mode over the machine finds there. */
export async function findInFiles(mode: Mode, tree: FakeTree, options: JudgeFilesOptions = {}) {
  return occurrencesOnMachine(mode, await machineWith(tree, options));
}
