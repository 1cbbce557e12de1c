import { defineFix, type FixPlan } from '../../model/fix.ts';
import type { MachineEvidence, ServerEntry } from '../../model/evidence.ts';
import type { Operation } from '../../model/operation.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { copyableUrl } from './parts/copyable-url.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { aboutPlace, planOf, tell } from './parts/plan-of.ts';

/** F111: an address in a file of Claude Desktop, which starts programs only. */
export const fix = defineFix({
  name: 'through-mcp-remote',
  codes: ['F111'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context)
      .filter(({ command }) => command === null)
      .flatMap((entry) =>
        entry.url === null
          ? [byHand(entry, context.machine)]
          : [asCommand(entry, context.machine), asConnector(entry, entry.url, context.machine)],
      ),
});

function asCommand(entry: ServerEntry, machine: MachineEvidence): FixPlan {
  const { file, pointer, name } = entry;
  return planOf({
    ...entryRules(entry, machine),
    about: aboutPlace(file, pointer),
    title: `Let mcp-remote connect to ${quotedName(name)}`,
    operations: [launch(entry, 'mcp-remote'), ...wrapper(entry, machine)],
    leavesAlone: [
      'The address and the headers of the entry are kept and given to mcp-remote.',
      'Other servers of the file stay.',
    ],
  });
}

// SECURITY: I4 — the command comes from a template with a fixed version.
function launch({ file, pointer }: ServerEntry, template: 'mcp-remote' | 'cmd-wrapper'): Operation {
  return { kind: 'change-value', file, pointer, by: { kind: 'launch', template } };
}

/** npx is a script on Windows, and only cmd runs it there (F127). */
function wrapper(entry: ServerEntry, { os }: MachineEvidence): readonly Operation[] {
  return os === 'win32' ? [launch(entry, 'cmd-wrapper')] : [];
}

/** For a server that is on the internet; the entry goes when the connector is there. */
function asConnector(entry: ServerEntry, url: string, machine: MachineEvidence): FixPlan {
  const { file, pointer, name } = entry;
  return planOf({
    ...entryRules(entry, machine),
    about: aboutPlace(file, pointer, 'connector'),
    title: `Add ${quotedName(name)} as a connector instead`,
    automation: 'guided',
    operations: [
      { kind: 'open-page', page: 'claude-connectors' },
      tell('Choose “Add custom connector” and paste the address of the server.', copyableUrl(url)),
      { kind: 'remove-value', file, pointer },
    ],
    leavesAlone: [
      'Other servers of the file stay.',
      'A connector works for servers on the open internet only.',
    ],
  });
}

function byHand(entry: ServerEntry, machine: MachineEvidence): FixPlan {
  return planOf({
    ...entryRules(entry, machine),
    about: aboutPlace(entry.file, entry.pointer),
    title: `Say what ${quotedName(entry.name)} is to start`,
    automation: 'guided',
    operations: [
      tell(
        'The entry has neither an address nor a command. Write the command of the server into it, or remove the entry.',
      ),
    ],
  });
}
