import { describe, expect, test } from 'vitest';
import type { MachineEvidence, ServerEntry } from '../model/evidence.ts';
import { NO_FACTS, type MachineFacts, type ProviderFact } from '../model/machine-facts.ts';
import { healthyEvidence } from '../testing/evidence-builders.ts';
import { notSeenBy } from '../testing/judge-one.ts';
import { occurrencesOnMachine, occurrencesOnTarget } from '../testing/judge-mode.ts';
import { sampleLog } from '../testing/sample-log.ts';
import { sampleEntry, sampleMachine } from '../testing/sample-machine.ts';
import { mode as f98 } from './f98-connectors-absent.ts';
import { mode as f99 } from './f99-server-twice.ts';
import { mode as f134 } from './f134-log-flood.ts';
import { mode as f135 } from './f135-started-twice.ts';

const MIB = 1024 * 1024;
const CODE = { client: 'claude-code', version: null, location: '/x', how: 'state file' } as const;
const machine = (facts: Partial<MachineFacts>, changes: Partial<MachineEvidence> = {}) => ({
  ...sampleMachine(),
  installs: [CODE],
  ...changes,
  facts: { ...NO_FACTS, ...facts },
});

describe('F98: connectors of claude.ai in Claude Code', () => {
  const provider = (changes: Partial<ProviderFact>) => ({
    provider: {
      name: 'anthropic',
      hasKey: false,
      models: [],
      from: ['environment'],
      ...changes,
    } as const,
  });
  const found = (facts: Partial<MachineFacts>, changes: Partial<MachineEvidence> = {}) =>
    occurrencesOnMachine(f98, machine(facts, changes));

  test('are absent with a key, and with another provider', () => {
    expect(found(provider({ hasKey: true }))[0]?.detail).toBe(
      'Here an API key or token is set, by environment.',
    );
    expect(found(provider({ name: 'bedrock' }))[0]?.detail).toContain('Amazon Bedrock');
  });

  test('are absent where they are switched off', () => {
    const off = { name: 'ENABLE_CLAUDEAI_MCP_SERVERS', value: 'false', from: '/s.json' };
    expect(found({ environment: [off] })).toMatchObject([
      { detail: 'Here ENABLE_CLAUDEAI_MCP_SERVERS is false, by /s.json.', confidence: 'certain' },
    ]);
    expect(found({ environment: [{ ...off, value: 'true' }] })).toEqual([]);
  });

  test('are there with the account, and are nobody’s without Claude Code', () => {
    expect(found(provider({}))).toEqual([]);
    expect(found({ provider: null })).toEqual([]);
    expect(found(provider({ hasKey: true }), { installs: [] })).toEqual([]);
  });
});

describe('F99: one server twice', () => {
  const found = (...entries: readonly Partial<ServerEntry>[]) =>
    occurrencesOnTarget(f99, {
      url: 'https://mcp.acme.dev/mcp',
      entries: entries.map((one) => sampleEntry({ scope: 'user', ...one })),
      first: null,
      hosts: null,
    });

  test('is told where Claude Code has it under two names', () => {
    expect(found({ name: 'acme' }, { name: 'acme2' })).toMatchObject([
      { detail: 'The names are “acme”, “acme2”.', clients: ['claude-code'] },
    ]);
  });

  test('is no matter of one name, of projects, or of other clients', () => {
    expect(found({ name: 'acme' }, { name: 'acme', scope: 'managed' })).toEqual([]);
    expect(found({ name: 'acme' }, { name: 'acme2', scope: 'project' })).toEqual([]);
    expect(found({ name: 'acme' }, { name: 'acme2', client: 'cursor' })).toEqual([]);
  });

  test('at claude.ai is not seen from here', () => {
    expect(notSeenBy(f99, healthyEvidence())).toContain('settings at claude.ai');
    expect(notSeenBy(f99, healthyEvidence({ url: 'http://localhost:3000/mcp' }))).toBeNull();
  });
});

describe('F134: logs that fill the disk', () => {
  const found = (...sizes: readonly number[]) =>
    occurrencesOnMachine(f134, {
      ...sampleMachine(),
      logs: sizes.map((size, at) =>
        sampleLog({ size, file: `/logs/mcp-logs-${at % 2}/${at}.jsonl` }),
      ),
    });

  test('are told with their folders, the largest first', () => {
    expect(found(200 * MIB, 900 * MIB)).toMatchObject([
      {
        title: 'Logs of Claude Code hold 1.1 GiB',
        severity: 'warning',
        evidence: [
          { file: '/logs/mcp-logs-1', fact: 'its logs hold 900 MiB' },
          { file: '/logs/mcp-logs-0', fact: 'its logs hold 200 MiB' },
        ],
      },
    ]);
  });

  test('are a hint from a quarter of a gigabyte on, and nothing below', () => {
    expect(found(256 * MIB)).toMatchObject([{ severity: 'advice' }]);
    expect(found(255 * MIB)).toEqual([]);
    expect(found()).toEqual([]);
  });
});

describe('F135: servers that run more than once', () => {
  const twin = {
    name: '@scope/server',
    hash: null,
    pids: [4, 5],
    under: ['claude-desktop-stdio'],
  } as const;
  const found = (twins: MachineFacts['twins']) => occurrencesOnMachine(f135, machine({ twins }));

  test('are told by name and number', () => {
    expect(found([twin])).toMatchObject([
      { detail: 'Now: “@scope/server” 2 times.', clients: ['claude-desktop-stdio'] },
    ]);
  });

  test('are not mcp-remote (F129), and not guessed', () => {
    expect(found([{ ...twin, name: 'mcp-remote', hash: 'a' }])).toEqual([]);
    expect(found([])).toEqual([]);
    expect(found(null)).toEqual([]);
  });
});
