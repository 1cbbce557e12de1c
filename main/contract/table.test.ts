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
  test('B7: no call names a path, a URL, a command, a header or a secret; three texts are free', () => {
    const names = Object.entries(CALLS).flatMap(([call, { input }]) =>
      memberNames(z.toJSONSchema(input), call),
    );
    const suspicious = names.filter((name) =>
      /\.(path|file|folder|url|uri|command|args?|headers?|env|token|secret|code|verifier)$/i.test(
        name,
      ),
    );
    // The code of a failure mode is ours, at most eight characters, and no authorization code.
    expect(suspicious).toEqual(['mode.explain.code']);
    expect(names.filter((name) => /\.(address|clientId|reference)$/.test(name))).toEqual([
      'diagnosis.start.address',
      'trace.start.clientId',
      'trace.start.address',
      'vendor.report.reference',
      // The same text as that of the check which offered the fix.
      'repair.preview.address',
    ]);
  });

  test('F1: no answer and no event has a member that could hold a token, a code or a secret', () => {
    const outputs = Object.entries({ ...CALLS, ...EVENTS }).flatMap(([name, row]) =>
      memberNames(z.toJSONSchema('output' in row ? row.output : row), name),
    );
    const suspicious = outputs.filter((name) =>
      /\.(access_?token|refresh_?token|id_?token|client_?secret|verifier|value|secret|password)$/i.test(
        name,
      ),
    );
    // The value of a response header that a finding quotes, after redaction.
    expect(new Set(suspicious.map((name) => name.split('.').at(-1)))).toEqual(new Set(['value']));
  });

  test('B10: the channels are these; a change here is a change of the bridge', () => {
    expect(Object.keys(CALLS)).toEqual([
      'app.about',
      'machine.overview',
      'compare.run',
      'diagnosis.start',
      'diagnosis.cancel',
      'mode.explain',
      'page.open',
      'trace.start',
      'trace.cancel',
      'watch.start',
      'watch.stop',
      'tokens.list',
      'tokens.delete',
      'tokens.revoke',
      'vendor.report',
      'repair.preview',
      'repair.apply',
      'repair.cancel',
      'repair.running',
      'journal.list',
      'journal.recheck',
      'journal.markdown',
      'backup.create',
      'backup.list',
      'bundle.preview',
      'bundle.read',
      'bundle.save',
    ]);
    expect(Object.keys(EVENTS)).toEqual([
      'diagnosis.progress',
      'diagnosis.finished',
      'diagnosis.failed',
      'trace.progress',
      'trace.sequence',
      'trace.finished',
      'trace.failed',
      'watch.news',
      'watch.ended',
      'watch.failed',
      'repair.progress',
      'repair.failed',
      'repair.previewed',
      'repair.applied',
    ]);
  });

  test('B3: every input refuses unknown members', () => {
    for (const [name, { input }] of Object.entries(CALLS))
      expect(input.safeParse({ unknown: 1 }).success, name).toBe(false);
  });
});
