import { CLIENT_WORDS } from '../../contract/words.ts';
import { defineMachineMode } from '../model/mode.ts';
import { machineEvidence } from './evidence/stored-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F135: a local server runs more than once, because several parts of Claude start it. */
export const mode = defineMachineMode({
  code: 'F135',
  title: 'Local servers run more than once',
  explanation:
    'Claude Desktop starts a local server for its chat and once more for its Code tab, and every session of Claude Code starts its own. A server that needs a port, a lock or a file for itself fails in all but the first.',
  whatToDo:
    'This is how the clients work. Let the server take any free port and share its files; or switch it off where you do not need it.',
  step: 'local',
  severity: 'advice',
  category: 'runtime',
  confidence: 'certain',
  clients: ['claude-desktop-code', 'claude-desktop-stdio', 'claude-code'],
  requirements: [],
  references: [
    'https://github.com/aaddrick/claude-desktop-debian/issues/526',
    'https://github.com/anthropics/claude-code/issues/75574',
  ],
  judge: ({ facts }) => {
    // Of mcp-remote it is more than a note: F129.
    const twins = (facts.twins ?? []).filter(
      ({ hash, name }) => hash === null && name !== 'mcp-remote',
    );
    if (twins.length === 0) return [];
    return [
      {
        detail: `Now: ${twins.map(({ name, pids }) => `${quotedName(name)} ${pids.length} times`).join(', ')}.`,
        clients: [...new Set(twins.flatMap(({ under }) => under))],
        evidence: twins.map(({ name, pids, under }) =>
          machineEvidence(
            'processes',
            `${name}: ${pids.join(', ')}, under ${under.map((one) => CLIENT_WORDS[one]).join(' and ')}`,
          ),
        ),
      },
    ];
  },
});
