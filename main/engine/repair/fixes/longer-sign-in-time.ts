import { defineFix, type FixContext } from '../../model/fix.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { remoteEntries } from './parts/remote-entries.ts';
import { remoteFlagPlan } from './parts/remote-flag-plan.ts';

/** F74: the sign-in takes longer than mcp-remote waits. */
export const fix = defineFix({
  name: 'longer-sign-in-time',
  codes: ['F74'],
  isDestructive: false,
  plan: (context) =>
    remoteEntries(context).map((entry) =>
      remoteFlagPlan(entry, context, '--auth-timeout', String(secondsFor(context)), {
        title: `Let ${quotedName(entry.name)} wait longer for the sign-in`,
        leavesAlone: ['The address and the other arguments stay.', 'What mcp-remote keeps stays.'],
      }),
    ),
});

const LEAST = 120;
const MINUTE = 60;

/** Twice what it took here, in whole minutes. */
function secondsFor({ finding }: FixContext): number {
  const took = finding.evidence.flatMap((one) => (one.kind === 'timing' ? [one.ms] : []));
  const wanted = (2 * Math.max(0, ...took)) / 1000;
  return Math.max(LEAST, Math.ceil(wanted / MINUTE) * MINUTE);
}
