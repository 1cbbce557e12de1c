import { CLIENT_WORDS } from '../../contract/words.ts';
import { switchedOffBy, type OffBy, type SwitchedOff } from '../local/settings/switched-off-by.ts';
import type { ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { redactText } from '../redact/text.ts';
import { visible } from '../redact/visible.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { quotedName } from './words/quoted-name.ts';

/** F116: a server that was switched off, refused, or waits for somebody's approval. */
export const mode = defineMachineMode({
  code: 'F116',
  title: 'The server is switched off or not approved',
  explanation:
    'Claude Code starts a server of a project only after somebody has approved it, and no server that was switched off. Until then it is in the list and does not connect.',
  whatToDo:
    'Start claude in the project, open /mcp and approve or enable the server there. Look at what it runs before you do: a project’s .mcp.json can start any program.',
  step: 'local',
  severity: 'error',
  category: 'runtime',
  confidence: 'certain',
  clients: ['claude-code'],
  requirements: [],
  references: [
    'https://code.claude.com/docs/en/mcp',
    'https://github.com/anthropics/claude-code/issues/63308',
  ],
  judge: ({ configs, settings }) =>
    configs
      // Of a file that the client cannot read it asks nobody.
      .flatMap(({ state, entries }) => (state === 'broken' ? [] : entries))
      .flatMap((entry) => {
        const [found] = switchedOffBy(entry, settings);
        return found === undefined ? [] : [FORMS[found.by](entry, found)];
      }),
});

const FORMS: Readonly<Record<OffBy, (entry: ServerEntry, off: SwitchedOff) => Occurrence>> = {
  unapproved: (entry) => ({
    title: `The server ${quotedName(entry.name)} waits for approval`,
    detail:
      'No settings file says yes or no to it: “⏸ Pending approval”. Runs without a terminal (claude -p) cannot ask.',
    // A person may have said yes for all in a place that is not read here, such as a policy.
    severity: 'warning',
    confidence: 'likely',
    entries: [entry.id],
    evidence: [fileEvidence(entry)],
  }),
  refused: (entry, off) => ({
    ...about(entry, off),
    title: `The server ${quotedName(entry.name)} was refused`,
    detail: 'Its name stands in disabledMcpjsonServers: “✘ Rejected”.',
    whatToDo:
      'To be asked again: claude mcp reset-project-choices, then start claude in the project. Or remove the name from disabledMcpjsonServers.',
  }),
  disabled: (entry, off) => ({
    ...about(entry, off),
    title: `The server ${quotedName(entry.name)} is switched off`,
    detail:
      off.project === null
        ? 'A settings file names it in disabledMcpServers.'
        : `It was switched off in /mcp for the project ${visible(redactText(off.project))}.`,
    whatToDo: 'Open /mcp in that project and enable the server.',
    ...(off.project !== null && entry.scope === 'user' ? { severity: 'warning' as const } : {}),
  }),
  plugin: (entry, off) => ({
    ...about(entry, off),
    title: `The plugin of ${quotedName(entry.name)} is switched off`,
    explanation:
      'Claude Code starts what a plugin brings along only while the plugin is enabled. enabledPlugins says that this one is not, so its server is in no list.',
    whatToDo: 'To use it, open /plugin in Claude Code and enable the plugin.',
    severity: 'advice',
  }),
  entry: (entry, off) => ({
    ...about(entry, off),
    title: `The server ${quotedName(entry.name)} is switched off`,
    explanation: `The entry itself tells ${CLIENT_WORDS[entry.client]} to leave this server alone, so it is not started there.`,
    whatToDo: `To use it, switch it on in ${CLIENT_WORDS[entry.client]}, or take the word out of the entry.`,
    severity: 'advice',
    clients: [entry.client],
  }),
};

function about(entry: ServerEntry, { at }: SwitchedOff): Occurrence {
  const setting = { kind: 'file', ...at } as const;
  return { entries: [entry.id], evidence: [setting, fileEvidence(entry)] };
}
