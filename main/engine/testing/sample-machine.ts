import type { ConfigFile, MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { NO_FACTS } from '../model/machine-facts.ts';
import { NO_STORES } from '../model/store-evidence.ts';

/** A file of a sample machine; what is left out is as in a healthy file of Claude Code. */
export type SampleConfig = Partial<Omit<ConfigFile, 'entries'>> & {
  readonly entries?: readonly Partial<ServerEntry>[];
};

/** An entry of Claude Code's `.mcp.json` for https://mcp.acme.dev/mcp, changed where a test says so. */
export function sampleEntry(changes: Partial<ServerEntry> = {}): ServerEntry {
  const entry: ServerEntry = {
    id: '',
    client: 'claude-code',
    scope: 'project',
    file: '/home/ada/app/.mcp.json',
    name: 'acme',
    pointer: `/mcpServers/${changes.name ?? 'acme'}`,
    line: 3,
    column: 5,
    transport: 'http',
    declaredType: 'http',
    url: 'https://mcp.acme.dev/mcp',
    command: null,
    viaMcpRemote: false,
    excerpt: '"acme": { "type": "http" }',
    args: [],
    facts: [],
    signIn: null,
    remoteHash: null,
    commandHash: null,
    ...changes,
  };
  return { ...entry, id: [entry.client, entry.scope, entry.file, entry.pointer].join('|') };
}

/** A machine with these files; entries take client, scope and file from theirs. */
export function sampleMachine(...configs: readonly SampleConfig[]): MachineEvidence {
  return {
    os: 'linux',
    proxies: [],
    installs: [],
    configs: configs.map(sampleConfig),
    settings: [],
    logs: [],
    stores: NO_STORES,
    facts: NO_FACTS,
  };
}

function sampleConfig({ entries = [], ...changes }: SampleConfig): ConfigFile {
  const config: Omit<ConfigFile, 'entries'> = {
    client: 'claude-code',
    scope: 'project',
    file: `/home/ada/${changes.scope ?? 'project'}-${changes.client ?? 'claude-code'}.json`,
    state: 'ok',
    detail: null,
    notes: [],
    problems: [],
    ...changes,
  };
  const { client, scope, file } = config;
  return { ...config, entries: entries.map((one) => sampleEntry({ client, scope, file, ...one })) };
}
