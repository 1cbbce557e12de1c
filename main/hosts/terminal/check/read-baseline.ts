import { resolve } from 'node:path';
import { AppError } from '../../../contract/errors.ts';
import type { Report } from '../../../contract/report.ts';
import { GIVEN_LIMIT, readGiven } from '../../../engine/compare/read-given.ts';
import { createFiles } from '../../../platform/files.ts';

/**
 * A report that was saved before.
 * @throws AppError `not-comparable` for anything else, so that a wrong file never hides a finding
 */
export async function readBaseline(file: string): Promise<Report> {
  const path = resolve(file);
  const given = readGiven(path, await createFiles({ roots: null }).read(path, GIVEN_LIMIT));
  if (given.kind === 'report') return given.report;
  throw new AppError('not-comparable', {
    file: path,
    reason: 'a baseline is a report, and this is a configuration.',
  });
}
