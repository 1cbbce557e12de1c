import { defineFix, type FixContext } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { tellCommand } from './parts/command-line.ts';
import { entriesOf } from './parts/entries-of.ts';
import { openPage, tell } from './parts/plan-of.ts';
import { codesOf, stepsPlans, type StepsTable } from './parts/steps-plan.ts';

const TABLE: StepsTable = {
  F61: () => [
    {
      title: 'Sign in to the right account in your browser',
      steps: [
        tell('In Claude Desktop, look at the account and organisation at the bottom left.'),
        openPage('claude'),
        tell(
          'Sign in there with the same account, and choose the same organisation. It has to be your default browser.',
        ),
        tell('In Claude Desktop, press Connect once more.'),
      ],
      leavesAlone: ['Your connectors and their settings stay.'],
    },
  ],
  F62: () => [
    {
      title: 'Let the sign-in keep its cookies',
      steps: [
        tell(
          'Sign in once in a private window of another browser. If that works, it is a blocker or a cookie setting.',
        ),
        tell(
          'In your usual browser, allow cookies of claude.ai and of the sign-in page, and switch off blockers for both.',
          '[*.]claude.ai',
        ),
        tell('Delete the cookies of the sign-in page’s site only, then sign in again.'),
      ],
      leavesAlone: ['Cookies of other sites stay.'],
    },
  ],
  F67: () => [
    {
      title: 'Try the sign-in again and read its answer',
      steps: [
        tell(
          'Sign in again. Where a page asks for consent, choose to allow; another answer ends the sign-in.',
        ),
        tell(
          'Where an error comes back, search for its code in the documentation of the sign-in’s provider: it is not of Claude.',
        ),
        tell('Give that code and the time to whoever runs the sign-in.'),
      ],
    },
  ],
  F68: () => [
    {
      title: 'Close the tab and look at the connector',
      steps: [
        openPage('claude-connectors'),
        tell(
          'Reload that page. If the connector is shown as connected, close the other tab: nothing is missing.',
        ),
      ],
    },
  ],
  F99: (context) => [
    {
      title: 'Keep one of the two',
      steps: [
        ...spareNames(context).map((name) =>
          tellCommand(
            `Remove the entry ${quotedName(name)}, if it is the one that you do not use.`,
            context.machine.os,
            'claude mcp remove',
            name,
          ),
        ),
        openPage('claude-connectors'),
        tell(
          'Look for the address among the connectors, also under another name. Use that one, or remove it before you add it anew.',
        ),
      ],
      leavesAlone: ['The one that you keep stays signed in.'],
    },
  ],
  F100: () => [
    {
      title: 'Add the connector under another spelling',
      steps: [
        openPage('claude-connectors'),
        tell('Remove the connector.'),
        tell('Add it with its address and this behind it, if your server accepts that.', '?v=2'),
        tell('In an organisation, let an admin remove it for everybody first.'),
      ],
      leavesAlone: ['Your other connectors stay.'],
    },
  ],
  F101: () => [
    {
      title: 'See whether your plan allows the connector',
      steps: [
        openPage('custom-connectors'),
        openPage('claude-connectors'),
        tell(
          'Look whether “Add custom connector” is there. On a free plan one is allowed; in a Team or Enterprise plan an owner adds it.',
        ),
        tell(
          'In an organisation, send this to an owner.',
          'Please add this custom connector under Organization settings, Connectors.',
        ),
      ],
    },
  ],
  F102: () => [
    {
      title: 'Wait for the limit, then try again',
      steps: [
        openPage('claude-status'),
        tell('In Claude Code, look at what is used up and when it begins anew.', '/usage'),
        tell(
          'Ask something without the connector. If that fails too, it is the limit and not your server.',
        ),
      ],
    },
  ],
  F116: (context) => [
    {
      title: 'Approve or enable the server in Claude Code',
      steps: [
        tell(
          'Look at what the entry starts or connects to before you approve it: a project’s file can start any program.',
        ),
        ...(/was refused/.test(context.finding.title)
          ? [
              tell(
                'To be asked again about the servers of this project:',
                'claude mcp reset-project-choices',
              ),
            ]
          : []),
        tell('Start Claude Code in the folder of the project.', 'claude'),
        tell(
          'Open the list, choose the server, and approve or enable it.',
          pluginOff(context) ? '/plugin' : '/mcp',
        ),
      ],
      leavesAlone: ['Unblank approves nothing for you.'],
    },
  ],
  F121: (context) => [
    {
      title: 'Ask your IT department to allow the server',
      steps: [
        tell(
          'A policy of your organisation decides this, and Unblank does not change it. Send this to your IT department.',
          policyRequest(context),
        ),
      ],
      leavesAlone: ['Files of your organisation are read and never written.'],
    },
  ],
  F128: () => [
    {
      title: 'Let the server log to standard error',
      steps: [
        tell(
          'In JavaScript and TypeScript, write console.error in place of console.log.',
          'console.error(message);',
        ),
        tell('In Python, print to standard error.', 'print(message, file=sys.stderr)'),
        tell(
          'If the server is not yours, look for a newer version, or for a setting that makes it quiet, and tell its author.',
        ),
      ],
    },
  ],
  F135: () => [
    {
      title: 'Let the server run more than once',
      steps: [
        tell(
          'Nothing is broken: each client starts its own. If the server needs a port for itself, let it take any free one.',
        ),
        tell('If you need it in one client only, remove its entry from the other.'),
      ],
    },
  ],
};

/** What only its user can do: about accounts, browsers, approvals and other people. */
export const fix = defineFix({
  name: 'steps-for-you',
  codes: codesOf(TABLE),
  isDestructive: false,
  plan: (context) => stepsPlans(TABLE, context, 'instructions'),
});

function spareNames(context: FixContext): readonly string[] {
  const names = entriesOf(context)
    .filter(({ client }) => client === 'claude-code')
    .map(({ name }) => name);
  return [...new Set(names)].slice(1, 5);
}

function pluginOff({ finding }: FixContext): boolean {
  return finding.title.startsWith('The plugin of');
}

function policyRequest(context: FixContext): string {
  const names = [...new Set(entriesOf(context).map(({ name }) => quotedName(name)))].slice(0, 5);
  const which = names.length === 0 ? 'an MCP server' : `the MCP server ${names.join(', ')}`;
  return `Please allow ${which} in the managed settings of Claude (allowedMcpServers, deniedMcpServers or managed-mcp.json). It is blocked: ${context.finding.title}.`;
}
