import type { ServerEntry } from '../../model/evidence.ts';
import { defineFix } from '../../model/fix.ts';
import type { EditOperation } from '../../model/operation.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { freeName } from './parts/free-name.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F126: a header with a space among the arguments of mcp-remote. */
export const fix = defineFix({
  name: 'header-to-variable',
  codes: ['F126'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context).flatMap((entry) => {
      const operations = movedHeaders(entry);
      if (operations.length === 0) return [];
      return [
        planOf({
          ...entryRules(entry, context.machine),
          about: aboutPlace(entry.file, entry.pointer),
          title: `Take the header of ${quotedName(entry.name)} from a variable`,
          operations,
          leavesAlone: [
            'The header is sent as before, with the same value.',
            'The value stays in this file, under env of the entry.',
          ],
        }),
      ];
    }),
});

/** Names of variables are made of the header’s name, which the entry’s facts hold. */
function movedHeaders(entry: ServerEntry): readonly EditOperation[] {
  const taken = entry.facts.flatMap((one) => (one.kind === 'sets' ? [one.name] : []));
  const operations: EditOperation[] = [];
  for (const fact of entry.facts) {
    const argument = fact.kind === 'spaced-argument' ? argumentAt(entry, fact.at.pointer) : null;
    if (argument === null) continue;
    const variable = freeVariable(headerAt(entry, fact.at.pointer), taken);
    taken.push(variable);
    const by = { kind: 'header-to-variable', argument, variable } as const;
    operations.push({ kind: 'change-value', file: entry.file, pointer: entry.pointer, by });
  }
  return operations;
}

function argumentAt(entry: ServerEntry, pointer: string): number | null {
  const index = /^\/args\/(\d+)$/.exec(pointer.slice(entry.pointer.length))?.[1];
  return index === undefined ? null : Number(index);
}

function headerAt({ facts }: ServerEntry, pointer: string): string {
  const found = facts.find((one) => one.kind === 'header' && one.at.pointer === pointer);
  return found?.kind === 'header' ? found.name : 'VALUE';
}

function freeVariable(header: string, taken: readonly string[]): string {
  const plain = header.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return freeName(`HEADER_${plain}`, taken).replaceAll('-', '_');
}
