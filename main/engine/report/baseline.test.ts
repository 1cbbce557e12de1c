import { describe, expect, test } from 'vitest';
import type { Evidence, Finding } from '../../contract/report.ts';
import { againstBaseline, withoutKnown } from './baseline.ts';
import { testFinding, testReport, testTarget } from './testing/test-report.ts';

const at = (file: string, line: number, pointer = '/mcpServers/acme'): Evidence => ({
  kind: 'file',
  file,
  line,
  column: 3,
  pointer,
  excerpt: `line ${line}`,
});
const of = (...findings: readonly Finding[]) => testReport([testTarget(findings)]);
const known = (now: ReturnType<typeof of>, before: ReturnType<typeof of>) =>
  againstBaseline(now, before).known.size;

describe('a baseline', () => {
  test('knows a finding again on another line, in another check-out', () => {
    const before = of(testFinding({ evidence: [at('/home/ada/shop/.mcp.json', 3)] }));
    const now = of(testFinding({ evidence: [at('/builds/17/shop/.mcp.json', 90)] }));
    expect(known(now, before)).toBe(1);
  });

  test('knows it again where the folder of the project is a key of the file', () => {
    const of1 = (folder: string) =>
      of(
        testFinding({
          evidence: [at('/x/.claude.json', 1, `/projects/${folder}/mcpServers/acme`)],
        }),
      );
    expect(known(of1('~1home~1ada~1shop'), of1('C:\\Users\\bob\\shop'))).toBe(1);
  });

  test.each([
    ['another code', testFinding({ code: 'F24' })],
    ['another place', testFinding({ evidence: [at('/x/.mcp.json', 1, '/mcpServers/other')] })],
    [
      'another header',
      testFinding({ evidence: [{ kind: 'header', name: 'B', value: null, at: '' }] }),
    ],
    ['a severer one', testFinding({ severity: 'error' })],
  ])('%s is new', (_, finding) => {
    const before = testFinding({
      severity: 'warning',
      evidence: [{ kind: 'header', name: 'A', value: null, at: '' }],
    });
    expect(known(of(finding), of(before))).toBe(0);
  });

  test('a milder one is known', () => {
    expect(known(of(testFinding({ severity: 'warning' })), of(testFinding()))).toBe(1);
  });

  test('another server is new, and what is gone is said', () => {
    const other = testReport([testTarget([testFinding()], { url: 'https://b.example/mcp' })]);
    const { known: same, gone } = againstBaseline(other, of(testFinding()));
    expect(same.size).toBe(0);
    expect(gone).toEqual([
      'F23 at https://mcp.acme.example/mcp: Your server sends Claude to the wrong document',
    ]);
  });

  test('of three that are the same, two are known where it has two', () => {
    const [one, two, three] = [testFinding(), testFinding(), testFinding()];
    const { known: same, gone } = againstBaseline(of(one, two, three), of(one, two));
    expect([same.size, gone]).toEqual([2, []]);
  });

  test('what is known does not count; the machine has findings of its own', () => {
    const [here, there] = [testFinding({ code: 'F110' }), testFinding()];
    const machine = { ...testReport([]).machine, findings: [here] };
    const now = testReport([testTarget([there])], { machine });
    const left = withoutKnown(now, againstBaseline(now, of(there)).known);
    expect(left.targets[0]?.findings).toEqual([]);
    expect(left.machine.findings).toEqual([here]);
  });
});
