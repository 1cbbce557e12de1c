import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ValidateFunction } from 'ajv';
import type { Evidence, Finding, Report } from '../../contract/report.ts';
import { MODES } from '../modes/index.generated.ts';
import { againstBaseline } from './baseline.ts';
import { localReport } from './local-report.ts';
import { sarifReport } from './sarif-report.ts';
import { sarifValidator } from '../../../e2e/testing/sarif/sarif-validator.ts';
import { testFinding, testReport, testTarget } from './testing/test-report.ts';

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly name: string; readonly rules: readonly Rule[] };
      };
      readonly automationDetails: { readonly id: string };
      readonly columnKind: string;
      readonly invocations: readonly { readonly executionSuccessful: boolean }[];
      readonly results: readonly Result[];
    },
  ];
}
interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri?: string;
  readonly properties: { readonly tags: readonly string[] };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: Readonly<Record<string, number>>;
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState?: string;
}

let validate: ValidateFunction;
beforeAll(async () => {
  validate = await sarifValidator();
});

function sarifOf(report: Report, known: ReadonlySet<Finding> | null = null): Log {
  const log = sarifReport(report, { modes: MODES, known });
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  return log as Log;
}

const of = (findings: readonly Finding[], changes = {}) =>
  testReport([testTarget(findings, changes)]);
const uriOf = (report: Report) =>
  sarifOf(report).runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
const file = (path: string, line: number | null = 7, column: number | null = 3): Evidence => ({
  kind: 'file',
  file: path,
  line,
  column,
  pointer: null,
  excerpt: null,
});

describe('SARIF as GitHub asks it (docs.github.com, “SARIF support for code scanning”)', () => {
  test('every required property is there and not empty', () => {
    const log = sarifOf(of([testFinding()]));
    const [run] = log.runs;
    expect([log.version, run.tool.driver.name, run.columnKind]).toEqual([
      '2.1.0',
      'unblank',
      'utf16CodeUnits',
    ]);
    expect(log.$schema).toMatch(/sarif-2\.1\.0/);
    for (const { id, name, shortDescription, fullDescription, help } of run.tool.driver.rules)
      for (const text of [id, name, shortDescription.text, fullDescription.text, help.text])
        expect(text, id).not.toBe('');
    for (const { message, locations, partialFingerprints } of run.results) {
      expect(message.text).not.toBe('');
      expect(locations).toHaveLength(1);
      expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:1$/);
      const region = locations[0]?.physicalLocation.region ?? {};
      expect(Object.keys(region).toSorted()).toEqual([
        'endColumn',
        'endLine',
        'startColumn',
        'startLine',
      ]);
    }
  });

  test('descriptions, names and tags keep the limits; the rules are all modes with help', () => {
    const { rules } = sarifOf(of([])).runs[0].tool.driver;
    expect(rules.map(({ id }) => id)).toEqual(MODES.map(({ code }) => code));
    for (const {
      id,
      name,
      shortDescription,
      fullDescription,
      help,
      helpUri,
      properties,
    } of rules) {
      expect(name.length, id).toBeLessThanOrEqual(255);
      expect(name, id).toMatch(/^[\p{L}\p{N}]+$/u);
      expect(shortDescription.text.length, id).toBeLessThanOrEqual(1024);
      expect(fullDescription.text.length, id).toBeLessThanOrEqual(1024);
      expect(properties.tags.length, id).toBeLessThanOrEqual(10);
      expect(help.markdown, id).toContain(`unblank explain ${id}`);
      expect(helpUri, id).toMatch(/^https:\/\//);
    }
  });

  test('6,000 findings become the 5,000 most severe', () => {
    const findings = Array.from({ length: 6000 }, (_, at) =>
      testFinding({ severity: at < 5500 ? 'advice' : 'error' }),
    );
    const [run] = sarifOf(of(findings)).runs;
    expect(run.results).toHaveLength(5000);
    expect(run.results.filter(({ level }) => level === 'error')).toHaveLength(500);
    expect(JSON.stringify(run.invocations)).toContain('1000 less severe findings are left out.');
  });

  test('severities become error, warning and note, each with its rule', () => {
    const findings = (['error', 'warning', 'advice'] as const).map((severity) =>
      testFinding({ severity }),
    );
    const [{ results, tool }] = sarifOf(of(findings)).runs;
    expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
    for (const { ruleId, ruleIndex } of results)
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test('a category without a run id, so that uploads of another tool stay', () => {
    expect(sarifOf(of([])).runs[0].automationDetails.id).toBe('unblank/');
  });

  test('an incomplete run says so', () => {
    const report = testReport([], {
      complete: false,
      notExamined: [{ what: 'All', why: 'Stopped.' }],
    });
    const [{ invocations }] = sarifOf(report).runs;
    expect(invocations[0]?.executionSuccessful).toBe(false);
    expect(JSON.stringify(invocations)).toContain('Not examined: All: Stopped.');
  });
});

describe('where a finding is', () => {
  const home = { home: '/home/ada', project: '/home/ada/shop' };
  const names = (path: string) => [
    { client: 'claude-code' as const, scope: 'project', file: path, pointer: '/a', name: 'acme' },
  ];

  test.each([
    [
      'in a file of the project',
      file('/home/ada/shop/sub dir/.mcp.json'),
      [],
      'sub%20dir/.mcp.json',
    ],
    [
      'at the server, in the file of the project that names it',
      null,
      names('/home/ada/shop/.mcp.json'),
      '.mcp.json',
    ],
    ['in a file of the home', file('/home/ada/.claude.json'), [], '~/.claude.json'],
    ['elsewhere on the machine', file('/etc/claude/x.json'), [], 'this-machine/etc/claude/x.json'],
    ['on a drive', file('D:\\x\\y.json'), [], 'this-machine/D%3A/x/y.json'],
    ['at a server that no file names', null, [], 'mcp-servers/mcp.acme.example/mcp'],
    ['with a way upwards', file('/home/ada/shop/../../etc/x'), [], 'etc/x'],
  ])('%s', (_, evidence, named, uri) => {
    const finding = testFinding({ evidence: evidence === null ? [] : [evidence] });
    expect(uriOf(localReport(of([finding], { names: named }), home))).toBe(uri);
  });

  test('of the machine, without a file', () => {
    const machine = { ...testReport([]).machine, findings: [testFinding()] };
    expect(uriOf(testReport([], { machine }))).toBe('this-machine');
  });

  test('line and column as they are, and 1 where they are not known', () => {
    const region = (evidence: Evidence) =>
      sarifOf(of([testFinding({ evidence: [evidence] })])).runs[0].results[0]?.locations[0]
        ?.physicalLocation.region;
    const at = (line: number, column: number) => ({
      startLine: line,
      startColumn: column,
      endLine: line,
      endColumn: column + 1,
    });
    expect(region(file('a.json'))).toEqual(at(7, 3));
    expect(region(file('a.json', null, null))).toEqual(at(1, 1));
    expect(region(file('a.json', 0, 0))).toEqual(at(1, 1));
  });

  test('the fingerprint stays when lines move, and tells two of the same apart', () => {
    const hashes = (...lines: number[]) =>
      sarifOf(
        of(lines.map((line) => testFinding({ evidence: [file('a.json', line)] }))),
      ).runs[0].results.map(({ partialFingerprints: one }) => one.primaryLocationLineHash);
    const [first] = hashes(1);
    expect(hashes(99)).toEqual([first]);
    expect(hashes(1, 2)).toEqual([first, first?.replace(':1', ':2')]);
  });

  test('with a baseline each result says whether it is new', () => {
    const report = of([testFinding(), testFinding({ code: 'F24' })]);
    const { known } = againstBaseline(report, of([testFinding()]));
    const { results } = sarifOf(report, known).runs[0];
    expect(results.map(({ baselineState }) => baselineState)).toEqual(['unchanged', 'new']);
    expect(sarifOf(report).runs[0].results[0]).not.toHaveProperty('baselineState');
  });
});

describe('texts of others', () => {
  test('H13: a server makes no link and no hidden character', () => {
    const text = '[click](https://evil.example) \u202e\u001b[2J \ud800';
    const { message } = sarifOf(of([testFinding({ explanation: text })])).runs[0].results[0]!;
    expect(message.text).toContain('\\[click\\]');
    expect(message.text).not.toMatch(/[\u202e\u001b\ud800]/);
  });

  test('H6: whatever stands in a finding, the schema accepts it and no home is named', () => {
    const home = '/home/ada';
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(`${home}/x`, `at ${home}`, `"${home}/.claude.json"`, '', '%', '{0}'),
    );
    fc.assert(
      fc.property(text, text, text, fc.option(fc.integer()), (one, two, path, line) => {
        const finding = testFinding({
          title: one,
          explanation: two,
          evidence: [file(path, line, line)],
        });
        const report = of([finding], { url: null, id: one, names: [] });
        const machine = { ...report.machine, findings: [{ ...finding, code: 'F999' }] };
        const local = localReport({ ...report, machine }, { home, project: `${home}/shop` });
        expect(JSON.stringify(sarifOf(local))).not.toContain(`"${home}`);
      }),
    );
  });
});
