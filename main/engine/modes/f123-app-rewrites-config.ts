import type { ConfigFile, MachineEvidence } from '../model/evidence.ts';
import { defineMachineMode } from '../model/mode.ts';
import { lineEvidence, sightedIn, type Sighted } from './evidence/log-lines.ts';
import { problemEvidence } from './evidence/problem-evidence.ts';

/**
 * F123: Claude Desktop wrote its configuration anew from memory, and what was added while it ran is
 * gone. It is concluded from three facts: local servers ran, the app wrote the file after that, and
 * the file has none now.
 */
export const mode = defineMachineMode({
  code: 'F123',
  title: 'Claude Desktop wrote over your servers',
  explanation:
    'While it runs, Claude Desktop keeps its configuration in memory and writes the whole file when it changes a setting of its own. Servers that were added to the file meanwhile are lost: the log shows that local servers ran, the app wrote the file after that, and the file has no server now.',
  whatToDo:
    'Quit Claude Desktop fully (also in the tray), add the servers again, and start it. If you removed them yourself, or they came from extensions, nothing is wrong.',
  step: 'local',
  severity: 'advice',
  category: 'runtime',
  confidence: 'possible',
  clients: ['claude-desktop-stdio'],
  requirements: [],
  references: ['https://github.com/coddingtonbear/obsidian-local-rest-api/issues/273'],
  judge: (machine) => {
    const empty = emptyFile(machine);
    const ran = newestRun(machine);
    const [written] = sightedIn(machine, ({ signature }) => signature === 'main-config-written');
    if (empty === null || ran === null || written === undefined) return [];
    if ((written.sighting.last ?? 0) <= (ran.sighting.last ?? 0)) return [];
    return [
      {
        detail: `“${ran.log.server ?? ''}” ran before.`,
        evidence: [...[written, ran].map(lineEvidence), problemEvidence(empty, null)],
      },
    ];
  },
});

/** Only where no file of the app has a server: one entry that was taken out says nothing. */
function emptyFile({ configs }: MachineEvidence): ConfigFile | null {
  const files = configs.filter(({ client }) => client === 'claude-desktop-stdio');
  const isEmpty = files.every(({ state, entries }) => state === 'ok' && entries.length === 0);
  return isEmpty ? (files[0] ?? null) : null;
}

function newestRun(machine: MachineEvidence): Sighted | null {
  const runs = sightedIn(
    machine,
    ({ signature }, { format }) => format === 'desktop-server' && signature === 'desktop-connected',
  );
  return runs[0] ?? null;
}
