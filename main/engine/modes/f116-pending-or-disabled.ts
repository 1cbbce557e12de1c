import { switchedOffBy, type SwitchedOff } from '../local/settings/switched-off-by.ts';
import type { ServerEntry } from '../model/evidence.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { redactText } from '../redact/text.ts';
import { visible } from '../redact/visible.ts';
import { fileEvidence } from './evidence/file-evidence.ts';
import { settingEvidence } from './evidence/setting-evidence.ts';
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
        return found === undefined ? [] : [FORMS[formOf(found)](entry, found)];
      }),
});

type Form = 'pending' | 'rejected' | 'disabled';

function formOf({ fact }: SwitchedOff): Form {
  if (fact.kind === 'unapproved-server') return 'pending';
  return fact.value === 'disabledMcpjsonServers' ? 'rejected' : 'disabled';
}

const FORMS: Readonly<Record<Form, (entry: ServerEntry, off: SwitchedOff) => Occurrence>> = {
  pending: (entry) => ({
    title: `The server ${quotedName(entry.name)} waits for approval`,
    detail:
      'No settings file says yes or no to it: “⏸ Pending approval”. Runs without a terminal (claude -p) cannot ask.',
    // A person may have said yes for all in a place that is not read here, such as a policy.
    severity: 'warning',
    confidence: 'likely',
    entries: [entry.id],
    evidence: [fileEvidence(entry)],
  }),
  rejected: (entry, off) => ({
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
};

function about(entry: ServerEntry, { file, fact }: SwitchedOff): Occurrence {
  return { entries: [entry.id], evidence: [settingEvidence(file, fact), fileEvidence(entry)] };
}
