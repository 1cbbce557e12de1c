import { expect, test } from 'vitest';
import { redactText } from '../../../main/engine/redact/text.ts';
import { leftOf } from '../windows.ts';
import { inContexts } from './contexts.ts';
import { generate, seeded } from './generate.ts';
import { gitleaksRules, type GitleaksRule } from './rules.ts';

/** Rules that need more than a value, each with why. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([]);
const SAMPLES = 4;

function survivors({ word, value }: GitleaksRule, seed: number): readonly string[] {
  const pick = seeded(seed);
  return Array.from({ length: SAMPLES }, () => generate(value, pick)).flatMap((one) =>
    inContexts(one, word).flatMap((text) => {
      const left = leftOf(secretIn(one), redactText(text));
      return left === null ? [] : [`${text} → ${redactText(text)}`];
    }),
  );
}

/** Of an address, what names nobody but the key. */
function secretIn(value: string): string {
  const [, user] = /^https:\/\/([^/@]*)@/.exec(value) ?? [];
  return user ?? value.replace(/^https:\/\/[^/]*\/\w*\/?|^_gitlab_session=/, '');
}

test('H2: nothing is left of what the rules of gitleaks find, in its usual places', () => {
  const rules = gitleaksRules();
  expect(rules.length).toBeGreaterThan(200);
  const bad = rules.flatMap((rule, at) => {
    const all = LEFT_OUT.has(rule.id) ? [] : survivors(rule, at + 1);
    return all.length === 0 ? [] : [`${rule.id}: ${all.length}, ${all.slice(0, 3).join(' ### ')}`];
  });
  expect(bad).toEqual([]);
});
