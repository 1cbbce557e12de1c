import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Tally } from './tally.ts';

type Errors = readonly { readonly message: string }[];
/** The little that is read of a test; the rest of vitest's class is its own affair. */
type Case = Pick<TestCase, 'fullName' | 'result'> & {
  module: Pick<TestModule, 'relativeModuleId'>;
};
/** The same of a test file. */
export interface Module {
  readonly relativeModuleId: string;
  readonly errors: () => Errors;
  readonly children: { readonly allTests: () => Iterable<Case> };
}

/**
 * Adds up a vitest run. vitest's own JSON report leaves out why a test was skipped and what was
 * thrown outside of tests, and both must be told.
 * @param modules the test files of the run
 * @param unhandled errors that no test caught (safety L3)
 */
export function tallyModules(modules: readonly Module[], unhandled: Errors): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const named = (one: Case) => `${one.module.relativeModuleId} > ${one.fullName}`;
  const inState = (state: string) => tests.filter((one) => one.result().state === state);
  return {
    passed: inState('passed').length,
    failed: [
      ...modules.filter((one) => one.errors().length > 0).map((one) => one.relativeModuleId),
      ...[...inState('failed'), ...inState('pending')].map(named),
      ...unhandled.map((error) => `outside of every test: ${error.message}`),
    ],
    skipped: inState('skipped').map((one) => ({ name: named(one), reason: reasonOf(one) })),
  };
}

function reasonOf(one: Case): string {
  const result = one.result();
  return (result.state === 'skipped' && result.note) || 'no reason given';
}

/**
 * A vitest reporter that writes the tally as JSON.
 * @param file where to; its folder is made
 */
export function createUnitReporter(file: string): Reporter {
  return {
    onTestRunEnd(modules, unhandled) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(tallyModules(modules, unhandled)));
    },
  };
}
