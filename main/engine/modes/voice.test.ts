import { describe, expect, test } from 'vitest';
import { MODES } from './index.generated.ts';

/** Every text that a mode has before it has seen anything. */
const TEXTS = MODES.map(({ code, title, explanation, whatToDo }) => ({
  code,
  title,
  body: `${explanation} ${whatToDo}`,
}));

describe.each(TEXTS)('the words of $code', ({ title, body }) => {
  test('the title is one sentence of at most nine words, without a full stop', () => {
    expect(title.split(/\s+/).length).toBeLessThanOrEqual(9);
    expect(title).toMatch(/^[A-Z0-9“].*[^.!?]$/);
  });

  test('no exclamation, no blame, no talking down, no guess dressed as a fact', () => {
    expect(`${title} ${body}`).not.toMatch(
      /!|\b(simply|just|obviously|easy|easily|of course|unfortunately|it seems|wrongly configured|your fault|please)\b/i,
    );
  });

  test('explanation and advice are whole sentences', () => {
    expect(body).toMatch(/^([A-Z]|\S+\.json ).*\.$/s);
  });
});

test('codes and sources: each code once, each reference an https address, each requirement an id', () => {
  const codes = MODES.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { references, requirements } of MODES) {
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) expect(new URL(reference).protocol).toBe('https:');
    for (const id of requirements) expect(id).toMatch(/^[A-Z]{2}-\d{2}$/);
  }
});

test('what follows from another mode does not lead back to itself', () => {
  const follows = new Map(MODES.map(({ code, followsFrom = [] }) => [code as string, followsFrom]));
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (follows.get(from) ?? []).some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    );
  for (const code of follows.keys()) expect([code, reaches(code, code)]).toEqual([code, false]);
});
