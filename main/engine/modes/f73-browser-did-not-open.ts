import type { MachineEvidence } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { machineEvidence } from './evidence/stored-evidence.ts';

/** F73: nothing opens the page of a sign-in, or the address that leads back to Claude. */
export const mode = defineMachineMode({
  code: 'F73',
  title: 'This system has no browser to open',
  explanation:
    'No program is registered for web addresses, so a client that opens the sign-in page opens nothing: “Could not open browser automatically”, or silence.',
  whatToDo:
    'Copy the address that the client prints and open it yourself. Set a default browser in the settings of the system.',
  step: 'authorize',
  severity: 'warning',
  category: 'runtime',
  confidence: 'likely',
  clients: ['claude-code', 'mcp-remote'],
  requirements: [],
  references: [
    'https://github.com/geelen/mcp-remote',
    'https://github.com/patrickjaja/claude-desktop-extra/issues/139',
  ],
  judge: (machine) => [...withoutBrowser(machine), ...withoutClaude(machine)],
});

function withoutBrowser({ facts, configs }: MachineEvidence): readonly Occurrence[] {
  // On a machine without a display, or one that is reached from another, the browser is elsewhere (F70).
  if (facts.defaultBrowser !== 'none' || facts.remote.length > 0) return [];
  const isUsed = configs.some(({ entries }) => entries.some(({ url }) => url !== null));
  if (!isUsed) return [];
  return [{ evidence: [machineEvidence('default browser', 'none is registered')] }];
}

function withoutClaude({ facts, installs }: MachineEvidence): readonly Occurrence[] {
  const isHere = installs.some(({ client }) => client === 'claude-desktop-stdio');
  const isRunning = (facts.running ?? []).some(({ client }) => client === 'claude-desktop-stdio');
  if (facts.claudeHandler !== 'none' || !(isHere && isRunning)) return [];
  return [
    {
      title: 'No program opens claude:// addresses',
      explanation:
        'A sign-in in the browser hands back to Claude Desktop with an address that begins with claude://. Claude Desktop runs here, and no program is registered for such addresses: the browser asks which one, or does nothing.',
      whatToDo:
        'Install Claude Desktop again: that registers it. Until then, sign in on the command line with “claude mcp login” and the server’s name.',
      clients: ['claude-desktop-code', 'claude-hosted'],
      evidence: [machineEvidence('opens claude://', 'none is registered')],
    },
  ];
}
