import { defineFix, type FixContext } from '../../model/fix.ts';
import type { System } from '../../../contract/words.ts';
import type { PersonOperation } from '../../model/operation.ts';
import { tellCommand } from './parts/command-line.ts';
import { entriesOf } from './parts/entries-of.ts';
import { openPage, tell } from './parts/plan-of.ts';
import { setClock } from './parts/set-clock.ts';
import { codesOf, stepsPlans, type Steps, type StepsTable } from './parts/steps-plan.ts';

const TABLE: StepsTable = {
  F05: (context) =>
    context.finding.severity === 'error'
      ? [
          {
            title: 'Give the server a public https address',
            steps: [
              tell(
                'For claude.ai and Claude Desktop the server needs a name on the open internet and a certificate. To try it out, a tunnel gives both.',
                'cloudflared tunnel --url http://localhost:PORT',
              ),
              tell(
                'Then add the address that the tunnel prints, with the path of the server behind it.',
              ),
            ],
            leavesAlone: ['Programs on this machine can go on using the address as it is.'],
          },
        ]
      : [],
  F12: ({ finding }) => {
    if (/SOCKS/.test(finding.title)) return [NO_SOCKS];
    return finding.evidence.some(({ kind }) => kind === 'log') ? [PROXY_REFUSES] : [];
  },
  F70: ({ finding }) => [
    {
      title: 'Bring the browser back to this machine',
      steps: [
        ...(finding.snippet ?? 'claude mcp login --no-browser NAME')
          .split('\n')
          .map((line) =>
            tell(
              line.startsWith('ssh')
                ? 'On the machine of the browser, forward the port before you sign in.'
                : 'Here, sign in without a browser.',
              line,
            ),
          ),
        tell(
          'Open the address that is printed in your browser. Copy the address of the last page, also where it shows an error, and paste it back.',
        ),
      ],
    },
  ],
  F71: () => [
    {
      title: 'Hand the last page over yourself',
      steps: [
        tell(
          'Copy the address of the last page. On the machine of the client, open it with [::1] in place of localhost.',
          "curl 'http://[::1]:PORT/callback?code=…'",
        ),
        tell('Or paste the address into Claude Code, where it asks for it.'),
      ],
    },
  ],
  F72: ({ machine: { os }, finding }) => [
    {
      title: 'Free the port, or choose another one',
      steps: os === 'win32' && /keeps port/.test(finding.title) ? FREE_ON_WINDOWS : FREE_ELSEWHERE,
      leavesAlone: ['Unblank ends no program.'],
    },
  ],
  F73: (context) => [
    {
      title: /claude:\/\//.test(context.finding.title)
        ? 'Let Claude Desktop open its addresses again'
        : 'Open the sign-in page yourself',
      steps: /claude:\/\//.test(context.finding.title)
        ? [
            tell(
              'Install Claude Desktop once more over the one that is there: that registers claude:// addresses.',
              'https://claude.ai/download',
            ),
            tellCommand(
              'Until then, sign in on the command line.',
              context.machine.os,
              'claude mcp login',
              entriesOf(context)[0]?.name ?? 'NAME',
            ),
          ]
        : [
            tell('Copy the address that the client prints, and open it in a browser.'),
            tell(
              'Then choose a default browser in the settings of the system.',
              defaultBrowser(context),
            ),
          ],
    },
  ],
  F95: () => [
    {
      title: 'Unlock the login keychain',
      steps: [
        tell(
          'In the session in which Claude Code runs. It asks for your password itself.',
          'security unlock-keychain ~/Library/Keychains/login.keychain-db',
        ),
        tell('Update Claude Code.', 'claude update'),
        tell('Then sign in again.', '/login'),
      ],
      leavesAlone: ['No item of the keychain is read, changed or deleted.'],
    },
  ],
  F103: ({ machine: { os } }) => [
    {
      title: 'Set the clock by the network',
      steps: [
        tell(
          'Compare the clock of this machine with a phone. If it is off, this sets it; it needs the rights of an administrator.',
          setClock(os),
        ),
        tell('If this clock is right, the server’s is off: tell its owner.'),
      ],
    },
  ],
  F123: () => [
    {
      title: 'Add the servers while Claude Desktop is quit',
      steps: [
        { kind: 'wait-for-quit', client: 'claude-desktop-stdio' },
        tell(
          'Restore the file from a backup of Unblank, if there is one, or add the servers again.',
          'unblank backup list',
        ),
        tell('Then start Claude Desktop.'),
      ],
      leavesAlone: ['If you removed the servers yourself, nothing is missing.'],
    },
  ],
  F124: ({ finding }) =>
    finding.evidence.some(({ kind }) => kind === 'file' || kind === 'log')
      ? [
          {
            title: 'Install the program that the entry starts',
            steps: [
              tell('node and npx come with Node, version 20 or later.'),
              openPage('node-downloads'),
              tell('uvx comes with uv.', 'https://docs.astral.sh/uv/getting-started/installation/'),
            ],
            leavesAlone: ['The entry stays as it is.'],
          },
        ]
      : [],
  F129: ({ finding, machine: { os } }) =>
    finding.title.includes('dead process')
      ? []
      : [
          {
            title: 'Start mcp-remote once',
            steps: [
              { kind: 'wait-for-quit', client: 'claude-desktop-stdio' },
              tell('See that no mcp-remote is left.', LIST_PROGRAMS[os]),
              tell('Start Claude Desktop once, and sign in in the first window that opens.'),
            ],
            leavesAlone: ['Unblank ends no program.', 'What mcp-remote keeps stays.'],
          },
        ],
};

/** What somebody does at this machine and its clients, where no file has to change. */
export const fix = defineFix({
  name: 'steps-here',
  codes: codesOf(TABLE),
  isDestructive: false,
  plan: (context) => stepsPlans(TABLE, context, 'guided'),
});

const NO_SOCKS: Steps = {
  title: 'Name an http proxy in place of SOCKS',
  steps: [
    tell(
      'Ask for the http address of your proxy, and set it where Claude Code is started.',
      'export HTTPS_PROXY=http://PROXY:PORT',
    ),
    tell('Leave out what is reached without it.', 'export NO_PROXY=localhost,127.0.0.1'),
  ],
};
const PROXY_REFUSES: Steps = {
  title: 'Let your proxy through to the server',
  steps: [
    tell(
      'See what the proxy answers. URL is the address of the server.',
      'curl -sS -o /dev/null -w "%{http_connect} %{http_code}\\n" URL',
    ),
    tell(
      'With 403 or 407 for the first number the proxy refuses: ask whoever runs it to allow the hosts of the server and of its sign-in.',
    ),
    tell(
      'Where the server is inside your network, leave it out of the proxy.',
      'export NO_PROXY=localhost,127.0.0.1,HOST',
    ),
  ],
};
const LIST_PROGRAMS: Readonly<Record<System, string>> = {
  darwin: 'pgrep -fl mcp-remote',
  win32: 'tasklist /FI "IMAGENAME eq node.exe"',
  linux: 'pgrep -af mcp-remote',
};

const FREE_ON_WINDOWS: readonly PersonOperation[] = [
  tell(
    'See which ports Windows keeps.',
    'netsh interface ipv4 show excludedportrange protocol=tcp',
  ),
  tell(
    'As an administrator, let Windows choose anew: stop and start this service.',
    'net stop winnat && net start winnat',
  ),
];
const FREE_ELSEWHERE: readonly PersonOperation[] = [
  tell('Quit the program that the finding names, then sign in again.'),
  tell('For mcp-remote, write another port behind the address among its arguments.'),
];

function defaultBrowser({ machine: { os } }: FixContext): string | null {
  return os === 'linux' ? 'xdg-settings set default-web-browser firefox.desktop' : null;
}
