import type { JSONReport, JSONReportSpec } from 'playwright/types/testReporter';
import type { Tally } from './tally.ts';

/** What is read of a suite. */
interface Suite {
  readonly title: string;
  readonly specs: readonly JSONReportSpec[];
  readonly suites?: readonly Suite[];
}
type Report = Pick<JSONReport, 'errors'> & { readonly suites: readonly Suite[] };
interface Row {
  readonly name: string;
  readonly status: 'skipped' | 'expected' | 'unexpected' | 'flaky';
  readonly reason: string;
}

/**
 * Adds up the JSON report of a Playwright run. A test that needed a second try counts as failed.
 * @param report the parsed file of Playwright's json reporter
 */
export function tallyPlaywright(report: Report): Tally {
  const rows = report.suites.flatMap((suite) => rowsOf(suite, []));
  const failed = rows.filter((row) => row.status === 'unexpected' || row.status === 'flaky');
  return {
    passed: rows.filter((row) => row.status === 'expected').length,
    failed: [
      ...failed.map((row) => (row.status === 'flaky' ? `${row.name} (passed later)` : row.name)),
      ...report.errors.map((error) => `outside of every test: ${error.message ?? 'no message'}`),
    ],
    skipped: rows
      .filter((row) => row.status === 'skipped')
      .map(({ name, reason }) => ({ name, reason })),
  };
}

function rowsOf(suite: Suite, above: readonly string[]): Row[] {
  const titles = [...above, suite.title];
  return [
    ...suite.specs.flatMap((spec) => rowsOfSpec(spec, titles)),
    ...(suite.suites ?? []).flatMap((one) => rowsOf(one, titles)),
  ];
}

/** A spec has one test for each project that it runs in. */
function rowsOfSpec(spec: JSONReportSpec, titles: readonly string[]): Row[] {
  return spec.tests.map((one) => ({
    name: [...(one.projectName ? [one.projectName] : []), ...titles, spec.title].join(' > '),
    status: one.status,
    reason: one.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given',
  }));
}
