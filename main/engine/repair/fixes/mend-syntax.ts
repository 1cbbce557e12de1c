import { defineFix, type FixPlan } from '../../model/fix.ts';
import type { ConfigFile, MachineEvidence } from '../../model/evidence.ts';
import { CLIENT_WORDS } from '../../../contract/words.ts';
import { fileRules } from './parts/file-rules.ts';
import { aboutPlace, planOf } from './parts/plan-of.ts';

/** F110: a file that its client cannot read as JSON. */
export const fix = defineFix({
  name: 'mend-syntax',
  codes: ['F110'],
  isDestructive: false,
  plan: ({ finding, machine }) => {
    const files = new Set(finding.evidence.flatMap((one) => ('file' in one ? [one.file] : [])));
    const found = machine.configs.filter(({ file }) => files.has(file));
    return found.flatMap((config) => mended(config, machine));
  },
});

function mended(config: ConfigFile, machine: MachineEvidence): readonly FixPlan[] {
  const { file, client, state, scope } = config;
  const rules = fileRules(file, client, machine);
  const common = {
    ...rules,
    // Being broken is what this one is for.
    closed: scope === 'user' || scope === 'project' || scope === 'package' ? null : rules.closed,
    about: aboutPlace(file, null),
  };
  if (state === 'empty') {
    return [
      planOf({
        ...common,
        title: 'Write an empty configuration into the file',
        operations: [{ kind: 'set-value', file, pointer: '', value: {} }],
        leavesAlone: ['The file is empty, so nothing is lost.'],
      }),
    ];
  }
  if (state !== 'broken') return [];
  return [
    planOf({
      ...common,
      title: `Mend the syntax of ${CLIENT_WORDS[client]}’s file`,
      operations: [{ kind: 'mend-syntax', file }],
      leavesAlone: [
        'Names, addresses and values stay letter by letter.',
        'Only what keeps the file from being JSON is changed: marks, comments, commas, quotation marks.',
      ],
    }),
  ];
}
