import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CALLS, EVENTS } from './table.ts';

/** Every member name of every input, at any depth, with the path that leads to it. */
function memberNames(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const found: string[] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties')
      found.push(...Object.keys(value as object).map((name) => `${path}.${name}`));
    found.push(...memberNames(value, path));
  }
  return found;
}

describe('the table of the bridge', () => {
  test('B7: no call names a path, a URL, a command or a header; only `address` is free text', () => {
    const names = Object.entries(CALLS).flatMap(([call, { input }]) =>
      memberNames(z.toJSONSchema(input), call),
    );
    const suspicious = names.filter((name) =>
      /\.(path|file|folder|url|uri|command|args?|headers?|env)$/i.test(name),
    );
    expect(suspicious).toEqual([]);
    expect(names.filter((name) => name.endsWith('.address'))).toEqual(['diagnosis.start.address']);
  });

  test('B10: the channels are these; a change here is a change of the bridge', () => {
    expect(Object.keys(CALLS)).toEqual([
      'app.about',
      'machine.overview',
      'diagnosis.start',
      'diagnosis.cancel',
      'mode.explain',
      'page.open',
    ]);
    expect(Object.keys(EVENTS)).toEqual([
      'diagnosis.progress',
      'diagnosis.finished',
      'diagnosis.failed',
    ]);
  });

  test('B3: every input refuses unknown members', () => {
    for (const [name, { input }] of Object.entries(CALLS))
      expect(input.safeParse({ unknown: 1 }).success, name).toBe(false);
  });
});
