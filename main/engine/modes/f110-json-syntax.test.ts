import { describe, expect, test } from 'vitest';
import type { ConfigProblem } from '../model/evidence.ts';
import { occurrencesOnMachine } from '../testing/judge-mode.ts';
import { sampleMachine } from '../testing/sample-machine.ts';
import { mode } from './f110-json-syntax.ts';

const SYNTAX: ConfigProblem = {
  kind: 'syntax',
  message: 'A comma stands behind the last entry; JSON allows none there.',
  line: 5,
  column: 7,
  excerpt: '    },',
};
const SHAPE: ConfigProblem = {
  ...SYNTAX,
  kind: 'shape',
  message: '/mcpServers is a list; it must be an object.',
};

describe('F110', () => {
  test('a broken file is one error at the exact place, for the client that owns it', () => {
    const detail = `Line 5, column 7: ${SYNTAX.message}`;
    const machine = sampleMachine({ state: 'broken', detail, problems: [SYNTAX], entries: [{}] });
    const [occurrence, ...others] = occurrencesOnMachine(mode, machine);
    expect(others).toEqual([]);
    expect(occurrence).toMatchObject({
      clients: ['claude-code'],
      detail: `Claude Code: ${detail}`,
      entries: [machine.configs[0]?.entries[0]?.id],
      evidence: [
        {
          kind: 'file',
          file: machine.configs[0]?.file,
          line: 5,
          column: 7,
          pointer: null,
          excerpt: '    },',
        },
      ],
    });
  });

  test('an empty file is a warning', () => {
    const [occurrence] = occurrencesOnMachine(mode, sampleMachine({ state: 'empty' }));
    expect(occurrence).toMatchObject({ severity: 'warning', confidence: 'possible' });
  });

  test('a value of the wrong type is likely to be skipped', () => {
    const [occurrence] = occurrencesOnMachine(mode, sampleMachine({ problems: [SHAPE] }));
    expect(occurrence).toMatchObject({ confidence: 'likely', detail: SHAPE.message });
  });

  test('a healthy file, and one that was not read, is no fault', () => {
    const machine = sampleMachine({ entries: [{}] }, { state: 'unreadable', detail: 'EACCES' });
    expect(occurrencesOnMachine(mode, machine)).toEqual([]);
  });
});
