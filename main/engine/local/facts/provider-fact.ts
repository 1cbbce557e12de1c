import type { EnvironmentFact, ProviderFact } from '../../model/machine-facts.ts';
import type { SettingsFile } from '../../model/settings-evidence.ts';

/** The switches of Claude Code for other providers. */
const SWITCHES = [
  ['CLAUDE_CODE_USE_BEDROCK', 'bedrock'],
  ['CLAUDE_CODE_USE_VERTEX', 'vertex'],
  ['CLAUDE_CODE_USE_FOUNDRY', 'foundry'],
] as const;
const KEYS: readonly string[] = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_FOUNDRY_API_KEY',
  'AWS_BEARER_TOKEN_BEDROCK',
];
const KEY_SWITCH = 'apiKeyHelper';
const MODELS = /^ANTHROPIC_(?:.*_)?MODEL$/;

/**
 * Who answers the model requests of Claude Code, by what is set. Not about MCP, but the first
 * question of every issue form, and it decides whether connectors of claude.ai are there (F98).
 * @param environment as `environmentFacts` gives it
 * @param settings for `model` and `apiKeyHelper`
 * @returns null where nothing is set and the environment cannot be seen
 */
export function providerFact(
  environment: readonly EnvironmentFact[],
  settings: readonly SettingsFile[],
  copied: boolean,
): ProviderFact | null {
  const switches = settings.flatMap(({ file, facts }) =>
    facts
      .filter(({ kind, name }) => kind === 'switch' && (name === 'model' || name === KEY_SWITCH))
      .map(({ name, value }) => ({ name, value, from: file })),
  );
  const set = [...environment, ...switches];
  const chosen = SWITCHES.find(([name]) => set.some((one) => one.name === name && isOn(one.value)));
  const gateway = set.filter((one) => one.name === 'ANTHROPIC_BASE_URL' && !isAnthropic(one.value));
  const keys = set.filter(({ name }) => KEYS.includes(name) || name === KEY_SWITCH);
  const models = set.filter(({ name }) => MODELS.test(name) || name === 'model');
  const named = set.filter(({ name }) => name === chosen?.[0]);
  const used = [...named, ...gateway, ...keys, ...models];
  if (used.length === 0 && copied) return null;
  return {
    name: chosen?.[1] ?? (gateway.length > 0 ? 'gateway' : 'anthropic'),
    hasKey: keys.length > 0,
    models: [...new Set(models.map(({ value }) => value))],
    from: [...new Set(used.map(({ from }) => from))],
  };
}

function isOn(value: string): boolean {
  return /^(?:1|true|yes|on)$/iu.test(value.trim());
}

function isAnthropic(url: string): boolean {
  return /^https:\/\/(?:[\w-]+\.)*anthropic\.com(?::\d+)?(?:\/|$)/iu.test(url);
}
