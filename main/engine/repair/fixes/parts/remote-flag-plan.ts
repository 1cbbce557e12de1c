import type { FixContext, FixPlan } from '../../../model/fix.ts';
import type { ServerEntry } from '../../../model/evidence.ts';
import { entryRules } from './file-rules.ts';
import { aboutPlace, planOf } from './plan-of.ts';
import { withFlag } from './remote-entries.ts';

/** A plan that gives mcp-remote one more flag in one entry. */
export function remoteFlagPlan(
  entry: ServerEntry,
  { machine }: FixContext,
  flag: `--${string}`,
  value: string | null,
  words: Pick<FixPlan, 'title' | 'leavesAlone'>,
): FixPlan {
  return planOf({
    ...entryRules(entry, machine),
    ...words,
    about: aboutPlace(entry.file, entry.pointer, flag),
    operations: [withFlag(entry, flag, value)],
  });
}
