import { describe, expect, test } from 'vitest';
import type { ServerEntry } from '../model/evidence.ts';
import { occurrencesOnMachine } from '../testing/judge-mode.ts';
import { sampleMachine } from '../testing/sample-machine.ts';
import { mode } from './f111-url-entry-in-desktop-config.ts';

const desktop = (entry: Partial<ServerEntry>) =>
  sampleMachine({ client: 'claude-desktop-stdio', scope: 'user', entries: [entry] });

describe('F111', () => {
  test('an address without a command is skipped, and both repairs are offered', () => {
    const machine = desktop({ url: 'https://mcp.acme.dev/mcp' });
    const [occurrence] = occurrencesOnMachine(mode, machine);
    expect(occurrence).toMatchObject({
      title: 'Claude Desktop skips the entry “acme”',
      entries: [machine.configs[0]?.entries[0]?.id],
      evidence: [{ kind: 'file', line: 3, column: 5, pointer: '/mcpServers/acme' }],
    });
    expect(mode.whatToDo).toMatch(/Connectors.*mcp-remote/);
    expect(JSON.parse(`{${occurrence?.snippet}}`)).toEqual({
      acme: { command: 'npx', args: ['-y', 'mcp-remote@0.15.1', 'https://mcp.acme.dev/mcp'] },
    });
  });

  test('H2: a secret in the address does not come out in the snippet', () => {
    const [occurrence] = occurrencesOnMachine(
      mode,
      desktop({ url: 'https://x.dev/mcp?token=s3cret' }),
    );
    expect(occurrence?.snippet).not.toContain('s3cret');
  });

  test('a type without an address is skipped as well, and no repair is made up', () => {
    const [occurrence] = occurrencesOnMachine(mode, desktop({ url: null, declaredType: 'sse' }));
    expect(occurrence?.evidence).toHaveLength(1);
    expect(occurrence?.snippet).toBeUndefined();
  });

  test('G14: a hostile name stays in its quotation marks', () => {
    const [occurrence] = occurrencesOnMachine(mode, desktop({ name: 'a\n\u202eb'.repeat(20) }));
    expect(occurrence?.title).toMatch(/“a\\u000a\\u202eb.{0,40}…”$/);
  });

  test.each([
    ['a local command', { command: 'npx', url: null, declaredType: null }],
    ['mcp-remote', { command: 'npx', viaMcpRemote: true }],
  ])('%s is fine', (_, entry) => {
    expect(occurrencesOnMachine(mode, desktop(entry))).toEqual([]);
  });

  test('the same entry in Claude Code is fine', () => {
    expect(occurrencesOnMachine(mode, sampleMachine({ entries: [{}] }))).toEqual([]);
  });
});
