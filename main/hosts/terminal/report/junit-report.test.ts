import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Finding, Report } from '../../../contract/report.ts';
import { testFinding, testReport, testTarget } from '../../../engine/report/testing/test-report.ts';
import { counts, exitCodeOf } from '../check/exit-code.ts';
import { junitReport } from './junit-report.ts';

interface Case {
  readonly '@name': string;
  readonly failure?: { readonly '@message': string; readonly '#text'?: string };
  readonly error?: unknown;
  readonly skipped?: { readonly '@message': string };
}
interface Suites {
  readonly testsuites: {
    readonly '@tests': string;
    readonly '@failures': string;
    readonly '@errors': string;
    readonly '@skipped': string;
    readonly testsuite: readonly { readonly '@name': string; readonly testcase: readonly Case[] }[];
  };
}

const PARSER = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'testcase' || name === 'testsuite',
});

function parsed(report: Report, known: ReadonlySet<Finding> | null = null): Suites['testsuites'] {
  const xml = junitReport(report, {
    known,
    counts: (one) => counts(one, 'error') && known?.has(one) !== true,
  });
  expect(XMLValidator.validate(xml)).toBe(true);
  return (PARSER.parse(xml) as Suites).testsuites;
}

const requirement = (id: string, state: 'met' | 'broken' | 'not-seen') => ({
  id,
  level: 'MUST' as const,
  revisions: [],
  state,
  text: `What ${id} asks.`,
});

describe('the report as JUnit', () => {
  test('has a case for each finding and requirement, and fails what the exit code counts', () => {
    const specification = [
      requirement('RS-01', 'met'),
      requirement('RS-02', 'broken'),
      requirement('RS-03', 'broken'),
      requirement('RS-04', 'not-seen'),
    ];
    const findings = [
      testFinding({ requirements: ['RS-02'] }),
      testFinding({ code: 'F24', severity: 'warning', requirements: ['RS-03'] }),
    ];
    const suites = parsed(testReport([testTarget(findings, { specification })]));
    const [server, machine] = suites.testsuite;
    expect(server?.['@name']).toBe('https://mcp.acme.example/mcp');
    expect(
      server?.testcase.map((one) => [
        one['@name'].slice(0, 5),
        'failure' in one ? 'failed' : 'skipped' in one ? 'skipped' : 'passed',
      ]),
    ).toEqual([
      ['F23 Y', 'failed'],
      ['F24 Y', 'passed'],
      ['RS-01', 'passed'],
      ['RS-02', 'failed'],
      ['RS-03', 'skipped'],
      ['RS-04', 'skipped'],
    ]);
    expect(machine?.testcase.map((one) => one['@name'])).toEqual(['The run was complete']);
    expect([suites['@tests'], suites['@failures'], suites['@skipped']]).toEqual(['7', '2', '2']);
  });

  test('what is in the baseline is skipped', () => {
    const finding = testFinding();
    const report = testReport([testTarget([finding])]);
    const suites = parsed(report, new Set([finding]));
    expect(suites.testsuite[0]?.testcase[0]?.skipped?.['@message']).toBe('In the baseline.');
    expect(suites['@failures']).toBe('0');
  });

  test('an incomplete run is an error', () => {
    const suites = parsed(
      testReport([], { complete: false, notExamined: [{ what: 'a', why: 'b' }] }),
    );
    expect(suites['@errors']).toBe('1');
    expect(JSON.stringify(suites)).toContain('a: b');
  });

  test.each(['error', 'warning', 'advice'] as const)(
    'K1: with a finding of severity %s it fails exactly where the exit code is 1',
    (severity) => {
      const report = testReport([testTarget([testFinding({ severity })])]);
      const suites = parsed(report);
      expect(suites['@failures'] !== '0').toBe(exitCodeOf(report, 'error') === 1);
    },
  );

  test('whatever a server says comes out as it went in, but for what XML cannot say', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(']]>', '<failure/>', '&amp;', '&#0;', '"\'', '\u0000', '\ud800', '\ufffe'),
    );
    fc.assert(
      fc.property(text, text, (title, explanation) => {
        const finding = testFinding({ title, explanation: `x${explanation}x`, whatToDo: 'y' });
        const suites = parsed(testReport([testTarget([finding])]));
        expect(suites.testsuite).toHaveLength(2);
        const [first] = suites.testsuite[0]?.testcase ?? [];
        const said = first?.failure?.['#text'] ?? '';
        const plain = [...explanation].filter((one) => /^[ -~]$/.test(one)).join('');
        const left = [...said].filter((one) => /^[ -~]$/.test(one)).join('');
        expect(left).toContain('What to do: y');
        for (const one of new Set(plain)) expect(left).toContain(one);
        expect(first?.['@name']).toMatch(/^F23/);
      }),
    );
  });
});
