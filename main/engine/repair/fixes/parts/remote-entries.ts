import type { FixContext } from '../../../model/fix.ts';
import type { ServerEntry } from '../../../model/evidence.ts';
import type { EditOperation } from '../../../model/operation.ts';
import { entriesOf } from './entries-of.ts';

/** The entries of a finding that start mcp-remote. */
export function remoteEntries(context: FixContext): readonly ServerEntry[] {
  return entriesOf(context).filter(({ viaMcpRemote }) => viaMcpRemote);
}

/**
 * A flag of mcp-remote behind its other arguments, or in place of the same flag.
 * @param flag a literal of ours, as its README has it
 */
// SECURITY: I4
export function withFlag(
  { file, pointer }: ServerEntry,
  flag: `--${string}`,
  value: string | null,
): EditOperation {
  return { kind: 'change-value', file, pointer, by: { kind: 'add-argument', flag, value } };
}

/** Whether the entry has a flag already; an excerpt or list that is cut may have lost it. */
export function hasFlag({ args, excerpt }: ServerEntry, flag: string): boolean {
  return args.includes(flag) || excerpt.includes(`"${flag}"`);
}
