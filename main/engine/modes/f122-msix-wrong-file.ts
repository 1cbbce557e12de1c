import { PACKAGE_SCOPE } from '../local/locations.ts';
import type { ConfigFile } from '../model/evidence.ts';
import { defineMachineMode } from '../model/mode.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { problemEvidence } from './evidence/problem-evidence.ts';

/** F122: servers in the file of the older Windows install, while the packaged app reads another. */
export const mode = defineMachineMode({
  code: 'F122',
  title: 'Your servers are in the file Claude ignores',
  explanation:
    'On Windows, Claude Desktop now comes as a package with a private copy of its configuration. Your servers are in %APPDATA%\\Claude; the copy in the package has none, and that is the one the packaged app reads. It shows “No servers added”.',
  whatToDo:
    'Quit Claude Desktop fully (also in the tray), keep a copy of the package’s file, and copy mcpServers from the file in %APPDATA%\\Claude into it. The button “Edit Config” has opened the wrong one of the two.',
  step: 'local',
  severity: 'error',
  category: 'runtime',
  // An older install beside the package would read the other file; which one is started is not seen.
  confidence: 'likely',
  clients: ['claude-desktop-stdio'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-code/issues/26073',
    'https://github.com/anthropics/claude-code/issues/38830',
  ],
  judge: ({ os, configs }) => {
    if (os !== 'win32') return [];
    const desktop = configs.filter(({ client }) => client === 'claude-desktop-stdio');
    const packaged = desktop.filter(({ scope }) => scope === PACKAGE_SCOPE);
    const entries = desktop
      .filter(({ scope }) => scope === 'user')
      .flatMap((config) => config.entries);
    if (entries.length === 0 || packaged.length === 0 || !packaged.every(hasNoServers)) return [];
    return [
      {
        entries: entries.map(({ id }) => id),
        evidence: [
          ...packaged.map((config) => problemEvidence(config, null)),
          ...entries.map(fileEvidence),
        ],
      },
    ];
  },
});

/** A broken file is F110's: what it was meant to hold is not known. */
function hasNoServers({ state, entries }: ConfigFile): boolean {
  return entries.length === 0 && (state === 'ok' || state === 'empty');
}
