import { describe, expect, test } from 'vitest';
import { everyPlan } from '../every-plan.ts';
import { lookInside } from '../look-inside.ts';
import { withHostileHome } from './hostile-home.ts';
import { ODD_TEXTS } from './odd-texts.ts';

/** Controls and marks that turn the writing round. */
const UNSEEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

describe('G14 H13 L2: whatever texts lie in a home, what is offered can be read', () => {
  test.each(ODD_TEXTS)('$name', { timeout: 60_000 }, async (one) => {
    await withHostileHome(one, async ({ home }) => {
      const plans = everyPlan(await lookInside({ home, project: null }, 'linux'));
      const said = plans.flatMap(({ plan }) => [
        plan.title,
        plan.closed ?? '',
        ...plan.leavesAlone,
        ...plan.asks.flatMap(({ label, help, options }) => [
          label,
          help,
          ...options.map((option) => option.label),
        ]),
        ...plan.operations.flatMap((step) =>
          step.kind === 'tell' ? [step.text, step.copy ?? ''] : [],
        ),
      ]);
      expect(said.filter((text) => UNSEEN.test(text))).toEqual([]);
    });
  });
});
