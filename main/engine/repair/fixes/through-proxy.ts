import { defineFix } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { hasFlag, remoteEntries } from './parts/remote-entries.ts';
import { remoteFlagPlan } from './parts/remote-flag-plan.ts';

/** F12: mcp-remote goes past the proxy that is set here. */
export const fix = defineFix({
  name: 'through-proxy',
  codes: ['F12'],
  isDestructive: false,
  plan: (context) =>
    remoteEntries(context)
      .filter((entry) => !hasFlag(entry, '--enable-proxy'))
      .map((entry) =>
        remoteFlagPlan(entry, context, '--enable-proxy', null, {
          title: `Let ${quotedName(entry.name)} use your proxy`,
          leavesAlone: [
            'Which proxy is used stays as the environment says it.',
            'The address and the other arguments stay.',
          ],
        }),
      ),
});
