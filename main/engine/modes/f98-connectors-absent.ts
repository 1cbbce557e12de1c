import type { MachineEvidence } from '../model/evidence.ts';
import type { EnvironmentFact } from '../model/machine-facts.ts';
import { defineMachineMode, type Occurrence } from '../model/mode.ts';
import { machineEvidence } from './evidence/stored-evidence.ts';

const PROVIDERS = {
  bedrock: 'Amazon Bedrock',
  vertex: 'Google Vertex AI',
  foundry: 'Microsoft Foundry',
  gateway: 'a gateway (ANTHROPIC_BASE_URL)',
} as const;

/** F98: connectors of claude.ai are not shown in Claude Code, as it is set up here. */
export const mode = defineMachineMode({
  code: 'F98',
  title: 'Connectors of claude.ai are absent in Claude Code',
  explanation:
    'Claude Code shows the connectors of your account only where it uses that account itself. With an API key or another provider, or where they are switched off, the list has none of them, without a message.',
  whatToDo:
    'Where you want them, take away what is named here and run /login. Servers that you add with “claude mcp add” do not depend on it.',
  step: 'local',
  severity: 'advice',
  category: 'account',
  confidence: 'likely',
  clients: ['claude-code'],
  requirements: [],
  references: ['https://code.claude.com/docs/en/mcp'],
  judge: (machine) => {
    if (!machine.installs.some(({ client }) => client === 'claude-code')) return [];
    return [...byProvider(machine), ...bySwitch(machine)].slice(0, 1);
  },
});

function byProvider({ facts }: MachineEvidence): readonly Occurrence[] {
  const { provider } = facts;
  if (provider === null || (provider.name === 'anthropic' && !provider.hasKey)) return [];
  const what =
    provider.name === 'anthropic'
      ? 'an API key or token is set'
      : `it uses ${PROVIDERS[provider.name]}`;
  return [
    {
      detail: `Here ${what}, by ${provider.from.join(', ')}.`,
      evidence: provider.from.map((from) => machineEvidence(from, what)),
    },
  ];
}

function bySwitch({ facts, settings }: MachineEvidence): readonly Occurrence[] {
  const switches = settings.flatMap(({ file, facts: set }) =>
    set
      .filter(({ kind, name, value }) => kind === 'switch' && isOff({ name, value }))
      .map(({ name, value }) => ({ name, value, from: file })),
  );
  const found = [...facts.environment.filter(isOff), ...switches];
  return found.map(({ name, value, from }) => ({
    detail: `Here ${name} is ${value}, by ${from}.`,
    confidence: 'certain',
    evidence: [machineEvidence(from, `${name} is ${value}`)],
  }));
}

function isOff({ name, value }: Pick<EnvironmentFact, 'name' | 'value'>): boolean {
  if (name === 'ENABLE_CLAUDEAI_MCP_SERVERS') return /^(?:0|false|no|off)$/iu.test(value);
  return name === 'disableClaudeAiConnectors' && value === 'true';
}
