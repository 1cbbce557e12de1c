import { describe, expect, test } from 'vitest';
import type { MachineEvidence } from '../model/evidence.ts';
import { occurrencesOnMachine } from '../testing/judge-mode.ts';
import { sampleMachine, type SampleConfig } from '../testing/sample-machine.ts';
import { mode } from './f122-msix-wrong-file.ts';

const CLASSIC: SampleConfig = { client: 'claude-desktop-stdio', scope: 'user', entries: [{}] };
const PACKAGED: SampleConfig = { client: 'claude-desktop-stdio', scope: 'package' };

function windows(...configs: SampleConfig[]): MachineEvidence {
  return { ...sampleMachine(...configs), os: 'win32' };
}

describe('F122', () => {
  test('servers in the classic file and none in the package are pointed at, both files', () => {
    const machine = windows(CLASSIC, PACKAGED);
    const [occurrence, ...others] = occurrencesOnMachine(mode, machine);
    expect(others).toEqual([]);
    expect(occurrence?.entries).toEqual([machine.configs[0]?.entries[0]?.id]);
    expect(occurrence?.evidence).toMatchObject([
      { kind: 'file', file: machine.configs[1]?.file, line: null },
      { kind: 'file', file: machine.configs[0]?.file, line: 3, pointer: '/mcpServers/acme' },
    ]);
  });

  test('an empty package file is the same', () => {
    expect(
      occurrencesOnMachine(mode, windows(CLASSIC, { ...PACKAGED, state: 'empty' })),
    ).toHaveLength(1);
  });

  test.each([
    ['servers in both files', [CLASSIC, { ...PACKAGED, entries: [{}] }]],
    [
      'servers in the package only',
      [
        { ...CLASSIC, entries: [] },
        { ...PACKAGED, entries: [{}] },
      ],
    ],
    ['no package file', [CLASSIC]],
    [
      'a broken package file, which is F110’s',
      [CLASSIC, { ...PACKAGED, state: 'broken' as const }],
    ],
    ['servers of Claude Code only', [{ entries: [{}] }, PACKAGED]],
  ])('%s is no fault', (_, configs) => {
    expect(occurrencesOnMachine(mode, windows(...configs))).toEqual([]);
  });

  test('other systems have no package', () => {
    expect(occurrencesOnMachine(mode, sampleMachine(CLASSIC, PACKAGED))).toEqual([]);
  });
});
