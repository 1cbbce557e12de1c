import { defineFix, type FixContext } from '../../model/fix.ts';
import { commandWord } from './parts/command-line.ts';
import { copyableUrl } from './parts/copyable-url.ts';
import { tell } from './parts/plan-of.ts';
import { codesOf, stepsPlans, type StepsTable } from './parts/steps-plan.ts';

const NOTHING_HERE = ['Nothing on this machine is changed: this is for the owner of the server.'];

/** What a finding says is to be done, with the text that it gives to copy. */
function asFound({ finding }: FixContext) {
  return tell(finding.whatToDo, finding.snippet);
}

function addressOf({ target, machine }: FixContext): string {
  const url = copyableUrl(target?.url ?? null);
  return (url === null ? null : commandWord(url, machine.os)) ?? 'URL';
}

/** What the owner of a server does where no line of a configuration can be given. */
const TABLE: StepsTable = {
  F07: (context) => [
    {
      title: 'Send the request without what trips the filter',
      steps: [
        asFound(context),
        tell(
          'The filter stands in front of Anthropic’s own proxy and looks at the arguments of a tool. Text like SQL, HTML or shell commands trips it: let the tool take it Base64-encoded, or in parts.',
        ),
        tell('To rule it out, call the server without that proxy, as Claude Code does.'),
      ],
      leavesAlone: NOTHING_HERE,
    },
  ],
  F13: (context) => [
    {
      title: 'Answer the first request at once',
      steps: [
        asFound(context),
        tell(
          'Measure it as Claude does, three times in a row; the first shows a cold start.',
          `curl -sS -o /dev/null -w '%{http_code} %{time_total}s\\n' -X POST ${addressOf(context)}`,
        ),
        tell(
          'Hosted Claude gives up after 10 seconds for metadata and tokens, after 30 for a refresh.',
        ),
      ],
      leavesAlone: NOTHING_HERE,
    },
  ],
  F51: (context) => [
    {
      title: 'Keep both registrations valid',
      steps: [
        asFound(context),
        tell(
          'In the log of the registration endpoint: two requests within two seconds from different addresses. Both ids have to work at the authorization and the token endpoint.',
        ),
      ],
      leavesAlone: NOTHING_HERE,
    },
  ],
  F52: (context) => [
    {
      title: 'Give Anthropic a client id for the directory',
      steps: [asFound(context), tell('The address for it.', 'mcp-review@anthropic.com')],
      leavesAlone: NOTHING_HERE,
    },
  ],
  F77: (context) => [
    {
      title: 'Read the log of the sign-in server',
      steps: [
        asFound(context),
        tell(
          'Trace the sign-in once more; the time and the whole request stand in it, and the same moment in the log of the server says why.',
          `unblank trace ${addressOf(context)}`,
        ),
      ],
      leavesAlone: NOTHING_HERE,
    },
  ],
  F80: (context) => [
    {
      title: 'Find out where the code stays',
      steps: [
        asFound(context),
        tell(
          'Look in the log of the token endpoint for the minute of the sign-in. No request at all: the edge in front of it, or Claude’s side. A request with an error: what the error says.',
        ),
        tell(
          'If nothing arrives although the edge lets Claude in, this is the mail for Anthropic.',
          `unblank trace ${addressOf(context)} --vendor-mail`,
        ),
      ],
      leavesAlone: NOTHING_HERE,
    },
  ],
};

export const fix = defineFix({
  name: 'steps-for-owner',
  codes: codesOf(TABLE),
  isDestructive: false,
  plan: (context) => stepsPlans(TABLE, context, 'instructions'),
});
