/** A test that did not run, and why. */
export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

/** What became of one stage, or of all of them. */
export interface Tally {
  readonly passed: number;
  /** What failed, by name. */
  readonly failed: readonly string[];
  readonly skipped: readonly Skipped[];
}

export const NOTHING: Tally = { passed: 0, failed: [], skipped: [] };

/** Adds up what became of several stages. */
export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, one) => total + one.passed, 0),
    failed: tallies.flatMap((one) => one.failed),
    skipped: tallies.flatMap((one) => one.skipped),
  };
}

/**
 * Turns what a runner reported into what its stage counts. A runner that ended badly without naming
 * a failure failed all the same, and a stage that executed no test has proved nothing.
 * @param stage name of the stage
 * @param exitCode of the runner
 * @param report what it reported, or null where there is no report to read
 */
export function judgeRunner(stage: string, exitCode: number, report: Tally | null): Tally {
  if (report === null) return { ...NOTHING, failed: [`${stage}: the runner left no report`] };
  const failed = [...report.failed];
  if (exitCode !== 0 && failed.length === 0) failed.push(`${stage}: ended with code ${exitCode}`);
  if (report.passed === 0 && failed.length === 0) failed.push(`${stage}: executed no test`);
  return { ...report, failed };
}

/**
 * The end of a run, for people and for whoever reads the last line: skipped tests with their
 * reasons, failed ones, then `N passed, N failed` and `, N skipped` where there are any.
 * @returns lines without a newline at the end
 */
export function formatTally(tally: Tally): string[] {
  const { passed, failed, skipped } = tally;
  const counts = [`${passed} passed`, `${failed.length} failed`];
  if (skipped.length > 0) counts.push(`${skipped.length} skipped`);
  return [
    ...skipped.map(({ name, reason }) => `skipped  ${name}: ${reason}`),
    ...failed.map((name) => `failed   ${name}`),
    counts.join(', '),
  ];
}
