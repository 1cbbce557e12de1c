import { describe, expect, test } from 'vitest';
import type { MachineEvidence } from '../model/evidence.ts';
import { occurrencesOnMachine } from '../testing/judge-mode.ts';
import { sampleMachine } from '../testing/sample-machine.ts';
import { mode } from './f112-url-without-type.ts';

const UNTYPED = sampleMachine({ entries: [{ declaredType: null, transport: 'unknown' }] });

function withVersion(version: string | null): MachineEvidence {
  const install = {
    client: 'claude-code',
    version,
    location: '/home/ada/.claude',
    how: '',
  } as const;
  return { ...UNTYPED, installs: [install] };
}

describe('F112', () => {
  test('an address without a type is pointed at, with the line to add', () => {
    const [occurrence] = occurrencesOnMachine(mode, UNTYPED);
    expect(occurrence).toMatchObject({
      title: 'The entry “acme” has no type',
      snippet: '"type": "http"',
      entries: [UNTYPED.configs[0]?.entries[0]?.id],
      evidence: [{ kind: 'file', line: 3, pointer: '/mcpServers/acme' }],
    });
  });

  test.each([
    ['2.1.330', 'Claude Code 2.1.330 says: has a "url" but no "type".'],
    ['2.1.202', 'Claude Code 2.1.202 says: has a "url" but no "type".'],
    ['2.1.197', 'Claude Code 2.1.197 says: command: expected string, received undefined.'],
    ['2.0.999', 'Claude Code 2.0.999 says: command: expected string, received undefined.'],
  ])('Claude Code %s is quoted with its own words', (version, detail) => {
    expect(occurrencesOnMachine(mode, withVersion(version))[0]?.detail).toBe(detail);
  });

  test('an unknown version gets both texts', () => {
    const detail = occurrencesOnMachine(mode, withVersion(null))[0]?.detail;
    expect(detail).toContain('has a "url" but no "type"');
    expect(detail).toContain('expected string, received undefined');
  });

  test.each([
    ['an entry with a type', { declaredType: 'http' }],
    ['a local command', { declaredType: null, command: 'x', url: null }],
    ['an entry of Claude Desktop', { declaredType: null, client: 'claude-desktop-stdio' }],
  ] as const)('%s is fine', (_, entry) => {
    expect(occurrencesOnMachine(mode, sampleMachine({ entries: [entry] }))).toEqual([]);
  });
});
