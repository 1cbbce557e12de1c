import { CLIENT_WORDS } from '../../../contract/words.ts';
import type { MachineFacts, RemotePlace, RunningClient } from '../../model/machine-facts.ts';
import { knownPort } from './known-ports.ts';

export interface FactLine {
  readonly what: string;
  readonly value: string;
}

const REMOTE_WORDS: Readonly<Record<RemotePlace, string>> = {
  wsl: 'WSL on Windows',
  ssh: 'an SSH session',
  container: 'a container',
  codespaces: 'GitHub Codespaces',
  'no-display': 'no display',
};
const PROVIDER_WORDS = {
  anthropic: 'Anthropic',
  bedrock: 'Amazon Bedrock',
  vertex: 'Google Vertex AI',
  foundry: 'Microsoft Foundry',
  gateway: 'a gateway (ANTHROPIC_BASE_URL)',
} as const;

/**
 * What every issue form asks of a machine, one line each, for `machine.facts` of the report. What is
 * not known has no line.
 * @example { what: 'node', value: '20.20.0 at /usr/bin/node' }
 */
export function factLines(facts: MachineFacts): readonly FactLine[] {
  return [
    ...facts.tools.map(({ name, path, version }) => ({
      what: name,
      value: version === null ? path : `${version} at ${path}`,
    })),
    ...providerLines(facts),
    ...remoteLines(facts),
    ...(facts.running ?? []).map((one) => ({ what: 'running', value: runningWords(one) })),
    ...portLines(facts),
    ...handlerLines(facts),
    ...facts.environment.map(({ name, value, from }) => ({
      what: name,
      value: from === 'environment' ? value : `${value} (${from})`,
    })),
  ];
}

function providerLines({ provider }: MachineFacts): readonly FactLine[] {
  if (provider === null) return [];
  const { name, hasKey, models } = provider;
  const key = hasKey ? 'with an API key or token' : 'without an API key';
  const named = models.length === 0 ? '' : `, model ${models.join(', ')}`;
  return [{ what: 'provider of Claude Code', value: `${PROVIDER_WORDS[name]}, ${key}${named}` }];
}

function remoteLines({ remote }: MachineFacts): readonly FactLine[] {
  if (remote.length === 0) return [];
  return [{ what: 'runs in', value: remote.map((one) => REMOTE_WORDS[one]).join(', ') }];
}

function runningWords({ client, pid, hasWindow }: RunningClient): string {
  const window = hasWindow === false ? ', without a window' : '';
  return `${CLIENT_WORDS[client]} (process ${pid}${window})`;
}

/** Only ports that a sign-in of a known client needs; what else listens is nobody's business. */
function portLines({ listeners }: MachineFacts): readonly FactLine[] {
  return (listeners ?? []).flatMap(({ port, program }) => {
    const use = knownPort(port);
    if (use === null) return [];
    return [{ what: `port ${port}`, value: `in use by ${program ?? 'a program'} (${use})` }];
  });
}

function handlerLines({ claudeHandler, defaultBrowser }: MachineFacts): readonly FactLine[] {
  const line = (what: string, handler: MachineFacts['claudeHandler']): readonly FactLine[] => {
    if (handler === null) return [];
    return [{ what, value: handler === 'none' ? 'none' : handler.program }];
  };
  return [...line('opens claude://', claudeHandler), ...line('default browser', defaultBrowser)];
}
