import { defineFix } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { hasFlag, remoteEntries } from './parts/remote-entries.ts';
import { remoteFlagPlan } from './parts/remote-flag-plan.ts';

/** F66: the sign-in page refuses the resource parameter, and mcp-remote can leave it out. */
export const fix = defineFix({
  name: 'leave-resource-out',
  codes: ['F66'],
  isDestructive: false,
  plan: (context) =>
    remoteEntries(context)
      .filter((entry) => !hasFlag(entry, '--disable-resource-parameter'))
      .map((entry) =>
        remoteFlagPlan(entry, context, '--disable-resource-parameter', null, {
          title: `Let ${quotedName(entry.name)} leave the resource out`,
          leavesAlone: [
            'The address and the other arguments stay.',
            'Claude and Claude Code go on sending the parameter: for them the server has to take it.',
          ],
        }),
      ),
});
