import { defineFix } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { hasFlag, remoteEntries } from './parts/remote-entries.ts';
import { remoteFlagPlan } from './parts/remote-flag-plan.ts';

/** F131: mcp-remote trips over its second try, which is for the older event stream. */
export const fix = defineFix({
  name: 'streamable-http-only',
  codes: ['F131'],
  isDestructive: false,
  plan: (context) =>
    remoteEntries(context)
      .filter(
        ({ declaredType, ...entry }) =>
          declaredType === null && !hasFlag({ declaredType, ...entry }, '--transport'),
      )
      .map((entry) =>
        remoteFlagPlan(entry, context, '--transport', 'http-only', {
          title: `Let ${quotedName(entry.name)} speak Streamable HTTP only`,
          leavesAlone: [
            'The address and the other arguments stay.',
            'What mcp-remote keeps stays.',
          ],
        }),
      ),
});
