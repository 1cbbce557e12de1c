import { defineFix, type FixContext, type FixPlan } from '../../model/fix.ts';
import type { SettingFact, SettingsFile } from '../../model/settings-evidence.ts';
import { visible } from '../../redact/visible.ts';
import { fileRules } from './parts/file-rules.ts';
import { aboutPlace, planOf, tell } from './parts/plan-of.ts';

/** F98: a switch or variable keeps the connectors of claude.ai out of Claude Code. */
export const fix = defineFix({
  name: 'switch-connectors-on',
  codes: ['F98'],
  isDestructive: false,
  plan: (context) => {
    const open = inSettings(context);
    return open.length > 0 ? open : elsewhere(context);
  },
});

/** Keys of models and gateways are the user’s business and stay; only what switches connectors off. */
const SWITCHES = new Set(['disableClaudeAiConnectors', 'ENABLE_CLAUDEAI_MCP_SERVERS']);

function inSettings({ finding, machine }: FixContext): readonly FixPlan[] {
  return machine.settings.flatMap((settings) =>
    settings.facts
      .filter((fact) => SWITCHES.has(fact.name) && isOff(fact) && isShown(finding, settings, fact))
      .map(({ name, pointer }) =>
        planOf({
          ...fileRules(settings.file, settings.client, machine),
          about: aboutPlace(settings.file, pointer),
          title: `Remove ${name} from the settings`,
          operations: [{ kind: 'remove-value', file: settings.file, pointer }],
          leavesAlone: [
            'Servers that you added yourself stay.',
            'Keys and other settings of the file stay.',
          ],
        }),
      ),
  );
}

function isOff({ name, value }: Pick<SettingFact, 'name' | 'value'>): boolean {
  return name === 'disableClaudeAiConnectors'
    ? value === 'true'
    : /^(?:0|false|no|off)$/i.test(value);
}

function isShown(
  { evidence }: FixContext['finding'],
  { file }: SettingsFile,
  { name }: SettingFact,
) {
  return evidence.some(
    (one) => one.kind === 'store' && one.file === file && one.fact.startsWith(`${name} `),
  );
}

/** Variables of a shell, and keys and providers that somebody may mean: only its user takes them out. */
function elsewhere({ finding }: FixContext): readonly FixPlan[] {
  const shown = finding.evidence.flatMap((one) => (one.kind === 'store' ? [one] : []));
  if (shown.length === 0) return [];
  const list = shown.map(({ file, fact }) => `${fact} (${visible(file)})`).join('; ');
  return [
    planOf({
      about: aboutPlace('environment', null),
      title: 'Start Claude Code without what hides connectors',
      automation: 'guided',
      operations: [
        tell(`This hides them: ${list}. Take it out where it stands, and open a new terminal.`),
        tell('Then sign in to Claude in Claude Code.', '/login'),
      ],
      leavesAlone: [
        'Where you work with an API key or another provider on purpose, change nothing.',
      ],
    }),
  ];
}
