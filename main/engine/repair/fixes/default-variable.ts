import type { EntryFact } from '../../model/entry-fact.ts';
import type { ServerEntry } from '../../model/evidence.ts';
import { defineFix, type Ask, type FixContext, type FixPlan } from '../../model/fix.ts';
import { isClaudeCode, isDesktop } from '../../modes/evidence/entry-client.ts';
import { quotedName } from '../../modes/words/quoted-name.ts';
import { isSecretName } from '../../redact/secret-names.ts';
import { entriesOf } from './parts/entries-of.ts';
import { entryRules } from './parts/file-rules.ts';
import { isHiddenPlace } from './parts/hidden-place.ts';
import { isLaunchPlace } from './parts/launch-place.ts';
import { aboutPlace, planOf, tell } from './parts/plan-of.ts';
import { setVariable } from './parts/set-variable.ts';

type VariableFact = Extract<EntryFact, { readonly kind: 'variable' }>;

/** F118: a variable that nobody fills in is set, or gets a default. */
export const fix = defineFix({
  name: 'default-variable',
  codes: ['F118'],
  isDestructive: false,
  plan: (context) =>
    entriesOf(context).flatMap((entry) => {
      const shown = entry.facts
        .filter((one) => one.kind === 'variable')
        .filter(({ at }) =>
          context.finding.evidence.some((one) => one.kind === 'file' && one.pointer === at.pointer),
        );
      const names = [...new Set(shown.map(({ name }) => name))];
      return [
        ...names.map((name) => toSet(entry, name, context)),
        ...shown
          .filter((fact) => takesDefault(entry, fact))
          .map((fact) => withDefault(entry, fact, context)),
      ];
    }),
});

/** A secret belongs into the environment, and so does what becomes part of a command (I4). */
function takesDefault(entry: ServerEntry, { name, hasDefault, at }: VariableFact): boolean {
  const isSecret = isSecretName(name, 'field') || /KEY|TOKEN|SECRET|PASS|AUTH|CRED/i.test(name);
  const isPlace = !isLaunchPlace(entry, at.pointer) && !/\/headers\//.test(at.pointer);
  return isClaudeCode(entry) && !hasDefault && !isSecret && isPlace && !isHiddenPlace(at.pointer);
}

function toSet(entry: ServerEntry, name: string, context: FixContext): FixPlan {
  const [text, copy] = isDesktop(entry)
    ? inDesktop(entry, name, context)
    : setVariable(name, context.machine.os);
  return planOf({
    about: aboutPlace(entry.file, entry.pointer, `set ${name}`),
    title: `Set the variable ${quotedName(name)}`,
    automation: 'guided',
    operations: [tell(text, copy)],
    restarts: [entry.client],
    leavesAlone: ['Unblank never asks for the value.'],
  });
}

/** Claude Desktop hands no variables of a shell on, and is not known to fill any in. */
function inDesktop({ line }: ServerEntry, name: string, { finding }: FixContext) {
  const isLiteral = finding.title.startsWith('Claude Desktop may not fill in');
  return isLiteral
    ? ([
        `In the entry at line ${line}, write the value itself in place of this. Quit Claude Desktop before.`,
        `\${${name}}`,
      ] as const)
    : ([
        `Give it to mcp-remote in the entry at line ${line}, with your value in place of VALUE. Quit Claude Desktop before.`,
        `"env": { ${JSON.stringify(name)}: "VALUE" }`,
      ] as const);
}

function withDefault(entry: ServerEntry, { name, at }: VariableFact, context: FixContext): FixPlan {
  const ask: Ask = {
    id: 'default',
    label: `What is ${name} where nothing sets it?`,
    help: 'It is written into the file in plain text. Never give a password, key or token here.',
    kind: 'name',
    options: [],
  };
  const value = context.answers[ask.id]?.trim() ?? '';
  const { file } = entry;
  const by = { kind: 'default-variable', name, value } as const;
  return planOf({
    ...entryRules(entry, context.machine),
    about: aboutPlace(file, at.pointer, `default ${name}`),
    title: `Give ${quotedName(name)} a default value`,
    automation: 'guided',
    asks: [ask],
    operations: /^[^{}"\\\s\u0000-\u001f]{1,200}$/.test(value)
      ? [{ kind: 'change-value', file, pointer: at.pointer, by }]
      : [],
    leavesAlone: ['A value of the environment goes on counting before the default.'],
  });
}
