import { expect, test } from 'vitest';
import { answerJson } from '../testing/fake-answers.ts';
import { exchange, healthyEvidence, healthyProbes } from '../testing/evidence-builders.ts';
import { stateOf, untold, type RequirementRow } from '../testing/judge-requirement.ts';
import type { McpProbes } from '../model/evidence.ts';

const probes = (changes: McpProbes) => healthyEvidence({ mcpProbes: healthyProbes(changes) });

const ROWS: readonly RequirementRow[] = [
  ['RS-10', 'healthy', healthyEvidence(), 'met'],
  [
    'RS-10',
    'a made-up token gets in',
    probes({ 'made-up token': exchange({ answer: answerJson({}) }) }),
    'broken',
  ],
  ['RS-10', 'it was not asked', healthyEvidence({ mcpProbes: {} }), 'not-seen'],
];

test.each(ROWS)('%s: %s', (id, _, evidence, state) => {
  expect(stateOf(id, evidence)).toBe(state);
});

test('every requirement of the chapter is shown both kept and broken', () => {
  expect(untold('RS', ROWS)).toEqual([]);
});
