import { defineFix } from '../../model/fix.ts';
import { entriesOf } from './parts/entries-of.ts';
import { inCodeSettings } from './parts/own-variable.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F133: Claude Code is given more time for the first answer of a server. */
export const fix = defineFix({
  name: 'more-start-time',
  codes: ['F133'],
  isDestructive: false,
  plan: (context) => {
    const place = inCodeSettings('MCP_TIMEOUT', context.machine);
    const isCodes = entriesOf(context).some(({ client }) => client === 'claude-code');
    if (place === null || !isCodes || !context.finding.clients.includes('claude-code')) return [];
    return [
      planOf({
        ...place.rules,
        about: aboutPlace(place.file, place.pointer),
        title: 'Give servers two minutes to start',
        operations: [
          { kind: 'set-value', file: place.file, pointer: place.pointer, value: '120000' },
        ],
        leavesAlone: [
          'It counts for all servers of Claude Code; quick ones connect as before.',
          'Other settings of the file stay.',
        ],
      }),
    ];
  },
});
