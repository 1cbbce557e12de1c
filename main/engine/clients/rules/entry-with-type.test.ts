import { expect, test } from 'vitest';
import { healthyEvidence } from '../../testing/evidence-builders.ts';
import { hitOf } from '../../testing/judge-one.ts';
import { sampleEntry } from '../../testing/sample-machine.ts';
import { entryWithType } from './entry-with-type.ts';

const rule = entryWithType('claude-code', 'documented', 'a source');
const on = (changes: Parameters<typeof sampleEntry>[0]) =>
  hitOf(rule, healthyEvidence({ entries: [sampleEntry(changes)] }));

test('F112: an entry with an address and no type is not started', () => {
  expect(on({ declaredType: null })).toMatchObject({ outcome: 'blocked', cause: 'F112' });
});

test('F113: an entry with a type that is none is left out', () => {
  expect(on({ declaredType: 'HTTP' })).toMatchObject({ outcome: 'blocked', cause: 'F113' });
  expect(on({ declaredType: 'HTTP', client: 'cursor' })).toBeNull();
});

test('an entry with a type, with a command, or of another client is fine', () => {
  expect(on({})).toBeNull();
  expect(on({ declaredType: null, command: 'npx' })).toBeNull();
  expect(on({ declaredType: null, client: 'cursor' })).toBeNull();
});
