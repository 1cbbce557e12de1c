import { coverRanges } from '../../redact/ranges.ts';
import { shownRanges } from '../../redact/json-values.ts';
import { visible } from '../../redact/visible.ts';

const COUNT_LIMIT = 100;
const LENGTH_LIMIT = 300;

/**
 * Arguments of a command as they may be shown: flags, packages of mcp-remote and addresses stay,
 * everything else is `…` (safety H2; the rules are those of excerpts).
 * @param args as written
 */
export function shownArgs(args: readonly string[]): readonly string[] {
  return args.slice(0, COUNT_LIMIT).map((argument, index) => {
    const place = {
      key: 'args',
      inList: true,
      previous: args[index - 1] ?? null,
      within: ['args'],
    };
    const covered = coverRanges(argument, shownRanges(argument, place), () => '…');
    return visible(covered).slice(0, LENGTH_LIMIT);
  });
}
