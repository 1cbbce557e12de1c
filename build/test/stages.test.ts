import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chooseStages, STAGES } from './stages.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('choosing stages', () => {
  test('no names choose all of them', () => {
    expect(chooseStages([])).toEqual({ stages: STAGES });
  });

  test('names choose those, in the order of the table', () => {
    const chosen = chooseStages(['unit', 'lint']);
    const names = 'stages' in chosen ? chosen.stages.map((stage) => stage.name) : [];
    expect(names).toEqual(['lint', 'unit']);
  });

  test('a name that is no stage is given back, and nothing is chosen', () => {
    expect(chooseStages(['unit', 'lnt'])).toEqual({ unknown: ['lnt'] });
  });
});

test('every tool that a stage starts is installed', () => {
  const tools = STAGES.flatMap((stage) => stage.commands.map(([tool]) => tool));
  expect(tools.filter((tool) => !existsSync(path.join(root, tool)))).toEqual([]);
});
