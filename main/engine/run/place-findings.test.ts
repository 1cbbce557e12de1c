import { describe, expect, test } from 'vitest';
import type { ClientId } from '../../contract/words.ts';
import { defineMachineMode } from '../model/mode.ts';
import { sampleEntry } from '../testing/sample-machine.ts';
import type { Judged } from './judge-modes.ts';
import { machineFindings, onlyEntryOf } from './place-findings.ts';

const mode = defineMachineMode({
  code: 'F901',
  title: 'A title',
  explanation: 'x',
  whatToDo: 'x',
  step: 'local',
  severity: 'error',
  category: 'runtime',
  confidence: 'certain',
  clients: [],
  requirements: [],
  references: [],
  judge: () => [],
});
const about = (...entries: string[]): Judged => ({ mode, occurrence: { evidence: [], entries } });
const one = sampleEntry({ name: 'one' });
const target = { id: 'one', url: one.url, transport: 'http', entries: [one] } as const;

test('a finding about one entry belongs to its server, any other to the machine', () => {
  expect(onlyEntryOf(about('a'))).toBe('a');
  expect(onlyEntryOf(about('a', 'b'))).toBeNull();
  expect(onlyEntryOf(about())).toBeNull();
  expect(onlyEntryOf({ mode, occurrence: { evidence: [] } })).toBeNull();
});

describe('what is said once for the machine', () => {
  const found = [about(one.id), about(one.id, 'x'), about('x', 'y'), about()];

  test('is everything that is not about one entry', () => {
    expect(machineFindings(found, { kind: 'everything' }, [target])).toEqual(found.slice(1));
  });

  test('and touches the chosen servers, where servers were chosen', () => {
    const choice = { kind: 'names', names: ['one'] } as const;
    expect(machineFindings(found, choice, [target])).toEqual([found[1]]);
  });

  test('and what is about a client of theirs as such', () => {
    const of = (...clients: ClientId[]): Judged => ({
      mode,
      occurrence: { evidence: [], clients },
    });
    const all = [of('claude-code'), of('cursor'), of('cursor', 'claude-code')];
    const choice = { kind: 'names', names: ['one'] } as const;
    expect(machineFindings(all, choice, [target])).toEqual([all[0], all[2]]);
    expect(machineFindings(all, choice, [{ ...target, entries: [] }])).toEqual([]);
  });
});
