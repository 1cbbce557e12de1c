import { defineFix, type FixContext } from '../../model/fix.ts';
import type { PersonOperation } from '../../model/operation.ts';
import { allowedFrom } from './parts/retry-time.ts';
import { commandWord, tellCommand } from './parts/command-line.ts';
import { copyableUrl } from './parts/copyable-url.ts';
import { entriesOf } from './parts/entries-of.ts';
import { openPage, tell } from './parts/plan-of.ts';
import { codesOf, stepsPlans, type StepsTable } from './parts/steps-plan.ts';

const TABLE: StepsTable = {
  F32: ({ finding }) => [
    {
      title: 'Sign in once with the older rules',
      steps: [
        tell(
          'The server’s owner has to send the right iss with the callback. Until then this starts Claude Code once without that check; use it only for a server that you trust.',
          'MCP_SDK_GENERATION=v1 claude',
        ),
      ],
      leavesAlone: [
        'Nothing is written down: the check is back at the next start.',
        `The check keeps sign-ins of two servers apart (${finding.code}).`,
      ],
    },
  ],
  // Where only some calls ask for a sign-in, other clients suffer too, and the server must change.
  F36: ({ finding }) =>
    finding.clients.includes('claude-code')
      ? []
      : [
          {
            title: 'Add the connector again without a sign-in',
            steps: [
              openPage('claude-connectors'),
              tell('Remove the connector.'),
              tell('Add it again, and choose no authentication where the dialog asks.'),
            ],
            leavesAlone: ['Your other connectors stay.'],
          },
        ],
  F40: (context) =>
    context.finding.clients.includes('claude-hosted')
      ? [
          {
            title: 'Give the connector a client id by hand',
            steps: [
              tell(
                'At the authorization server, register a client with this redirect URI.',
                'https://claude.ai/api/mcp/auth_callback',
              ),
              openPage('claude-connectors'),
              tell(
                'Open the connector, then its advanced settings, and enter the client id, and the secret where there is one.',
              ),
            ],
            leavesAlone: ['Unblank does not make up ids and never asks for the secret.'],
          },
        ]
      : [],
  F46: () => [
    {
      title: 'Let Claude register by itself',
      steps: [
        openPage('claude-connectors'),
        tell(
          'Remove the connector and add it again. Where the dialog asks how to register, choose to register automatically.',
        ),
      ],
    },
  ],
  F49: ({ finding, target, machine }) => [
    {
      title: 'Try again when registration is open',
      steps: [
        tell(allowedFrom(finding, target, machine.facts.now)),
        tell('Try once and not again and again: each try counts.'),
      ],
      leavesAlone: ['Clients that are registered already go on working.'],
    },
  ],
  F60: (context) => [
    {
      title: 'See what the blank tab hides',
      steps: [
        ...traced(context, '--browser system'),
        tell(
          'Where all steps go well here, the fault is on Claude’s side. Send the address of the blank tab to the support: it names the attempt (flow_id).',
        ),
        openPage('anthropic-support'),
      ],
    },
  ],
  F66: ({ finding, target }) =>
    hasEntra(finding, target)
      ? [
          {
            title: 'Let an authorization server stand before Entra',
            steps: [
              tell(
                'Microsoft Entra refuses the parameter resource together with scopes of another form. The server’s owner can put an authorization server of his own before it, which leaves it out.',
              ),
              tell(
                'Or ask for scopes that begin with the application’s own URI.',
                'api://APPLICATION-ID/.default',
              ),
            ],
          },
        ]
      : [],
  F69: (context) => [
    {
      title: 'Sign in with your own browser instead',
      steps: traced(context, '--browser system'),
      leavesAlone: ['Clients open your own browser anyway; nothing is wrong with the server.'],
    },
  ],
  F88: (context) => [
    {
      title: 'Add the key as a header in Claude Code',
      steps: [
        tell(
          'Type the key in place of KEY, and the name of the header as the server’s documentation has it.',
          `claude mcp add --transport http ${nameOf(context)} ${addressOf(context)} --header "X-API-Key: KEY"`,
        ),
        tell('For claude.ai and Claude Desktop, the server has to offer OAuth.'),
      ],
      leavesAlone: ['Unblank never asks for the key.'],
    },
  ],
  F92: () => [
    {
      title: 'Reconnect the connector',
      steps: [
        openPage('claude-connectors'),
        tell('Open the connector and press Reconnect, or Connect.'),
      ],
      leavesAlone: ['The connector and its settings stay.'],
    },
  ],
  F97: () => [
    {
      title: 'Sign in to Claude again',
      steps: [
        tell(
          'In Claude Code. Leave out /logout: it deletes the sign-ins of all your servers.',
          '/login',
        ),
        tell('Then reconnect the connectors.', '/mcp'),
      ],
      leavesAlone: ['Your sign-ins to servers stay.'],
    },
  ],
};

/** What its user does about a sign-in, where no file has to change. */
export const fix = defineFix({
  name: 'steps-at-sign-in',
  codes: codesOf(TABLE),
  isDestructive: false,
  plan: (context) => stepsPlans(TABLE, context, 'guided'),
});

function traced({ target, machine: { os } }: FixContext, how: string): readonly PersonOperation[] {
  const url = copyableUrl(target?.url ?? null);
  const text = 'Trace the sign-in in your own browser: here in the app, or in a terminal.';
  return [url === null ? tell(text) : tellCommand(text, os, 'unblank trace', url, how)];
}

function hasEntra(finding: FixContext['finding'], target: FixContext['target']): boolean {
  const isHost = (target?.trace ?? []).some(({ request }) =>
    request.url.startsWith('https://login.microsoftonline.com/'),
  );
  return isHost || /AADSTS/.test(JSON.stringify(finding.evidence));
}

function nameOf(context: FixContext): string {
  const [entry] = entriesOf(context);
  return (entry && commandWord(entry.name, context.machine.os)) ?? 'NAME';
}

function addressOf({ target, machine: { os } }: FixContext): string {
  const url = copyableUrl(target?.url ?? null);
  return (url === null ? null : commandWord(url, os)) ?? 'URL';
}
