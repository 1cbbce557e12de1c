import { XMLBuilder } from 'fast-xml-parser';
import type { Finding, Report, TargetReport } from '../../../contract/report.ts';
import type { RequirementReport } from '../../../contract/requirement-report.ts';
import { findingsInOrder, targetsInOrder } from '../../../engine/report/findings-in-order.ts';
import { visible } from '../../../engine/redact/visible.ts';

export interface JunitOptions {
  /** True for a finding that counts: at or over the threshold, and not known before. */
  readonly counts: (finding: Finding) => boolean;
  readonly known: ReadonlySet<Finding> | null;
}

interface TestCase {
  readonly '@classname': string;
  readonly '@name': string;
  readonly failure?: Message;
  readonly error?: Message;
  readonly skipped?: Message;
  readonly 'system-out'?: string;
}
interface Message {
  readonly '@message': string;
  readonly '@type'?: string;
  readonly '#text'?: string;
}

/**
 * The report as JUnit XML: a suite for each server and one for the machine, in them a case for each
 * finding and each requirement of the specification. Failures are what the exit code counts, so that
 * both say the same; an incomplete run is an error.
 * @param report with its paths made local (engine/report/local-report.ts)
 */
export function junitReport(report: Report, options: JunitOptions): string {
  const suites = [
    ...targetsInOrder(report.targets).map((one) => targetSuite(one, report, options)),
    suiteOf('This machine', machineCases(report, options)),
  ];
  const root = { '@name': 'unblank', ...countsOf(suites.flatMap((one) => one.testcase)) };
  const testsuites = { ...root, '@time': seconds(report.durationMs), testsuite: suites };
  const document = { '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, testsuites };
  return BUILDER.build(document);
}

const BUILDER = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

type Suite = ReturnType<typeof suiteOf>;

function suiteOf(name: string, cases: readonly TestCase[]) {
  const testcase: readonly TestCase[] =
    cases.length > 0 ? cases : [{ '@classname': 'unblank', '@name': QUIET }];
  return { '@name': attribute(name), ...countsOf(testcase), testcase };
}
const QUIET = 'Nothing wrong was found';

function countsOf(cases: readonly TestCase[]) {
  const of = (kind: 'failure' | 'error' | 'skipped') =>
    String(cases.filter((one) => one[kind] !== undefined).length);
  return {
    '@tests': String(cases.length),
    '@failures': of('failure'),
    '@errors': of('error'),
    '@skipped': of('skipped'),
  };
}

function targetSuite(target: TargetReport, report: Report, options: JunitOptions): Suite {
  const name = target.url ?? target.names[0]?.name ?? target.id;
  const findings = findingsInOrder(report)
    .filter((one) => one.target === target)
    .map(({ finding }) => findingCase(finding, target.id, options));
  const counted = new Set(
    target.findings.filter(options.counts).flatMap(({ requirements }) => requirements),
  );
  const asked = target.specification.map((one) => requirementCase(one, target.id, counted));
  return suiteOf(name, [...findings, ...asked]);
}

function machineCases(report: Report, options: JunitOptions): readonly TestCase[] {
  const findings = report.machine.findings.map((one) => findingCase(one, 'machine', options));
  const why = report.notExamined.map(({ what, why: reason }) => `${what}: ${reason}`).join('\n');
  const whole = { '@classname': 'unblank.run', '@name': 'The run was complete' };
  if (report.complete) return [...findings, whole];
  return [...findings, { ...whole, error: message('The run is incomplete.', 'incomplete', why) }];
}

function findingCase(finding: Finding, place: string, options: JunitOptions): TestCase {
  const { code, title, severity, explanation, whatToDo } = finding;
  const head = {
    '@classname': attribute(`unblank.${place}.findings`),
    '@name': attribute(`${code} ${title}`),
  };
  const text = `${explanation}\n\nWhat to do: ${whatToDo}`;
  if (options.known?.has(finding))
    return { ...head, skipped: { '@message': 'In the baseline.' }, 'system-out': body(text) };
  if (options.counts(finding)) return { ...head, failure: message(title, severity, text) };
  return { ...head, 'system-out': body(`${severity}: ${text}`) };
}

/** A broken requirement fails where a finding that counts comes of it. */
function requirementCase(
  { id, level, state, text }: RequirementReport,
  place: string,
  counted: ReadonlySet<string>,
): TestCase {
  const head = {
    '@classname': attribute(`unblank.${place}.specification`),
    '@name': attribute(`${id} ${text}`),
  };
  if (state === 'met') return head;
  if (state === 'broken' && counted.has(id)) return { ...head, failure: message(text, level, '') };
  return { ...head, skipped: { '@message': attribute(`${WORDS[state]} (${level})`) } };
}

const WORDS = {
  broken: 'Broken, and no finding that counts comes of it',
  'not-applicable': 'Does not apply here',
  'not-seen': 'Not seen from here',
} as const;

function message(short: string, type: string, text: string): Message {
  const head = { '@message': attribute(short), '@type': attribute(type) };
  return text === '' ? head : { ...head, '#text': body(text) };
}

/** XML 1.0 has no way to write most control characters (§2.2); they are shown as `\uXXXX`. */
function body(text: string): string {
  return visible(text, '\n').replace(/[\ufffe\uffff]/g, '\\uffff');
}

/** A line break in an attribute would be read as a space (§3.3.3). */
function attribute(text: string): string {
  return body(text).replace(/\s+/g, ' ').trim();
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
