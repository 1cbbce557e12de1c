import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testFinding, testReport, testTarget } from '../../../engine/report/testing/test-report.ts';
import { markdownReport } from './markdown-report.ts';
import { markdownBlock, markdownCode, markdownText } from './markdown-text.ts';

describe('text as Markdown', () => {
  test.each([
    ['plain words, and a number 42', 'plain words, and a number 42'],
    ['<img src=x onerror=y>', '&lt;img src\\=x onerror\\=y&gt;'],
    ['[a](b)', '\\[a\\]\\(b\\)'],
    ['see https://evil.example/x.', 'see `https://evil.example/x`\\.'],
    ['(https://evil.example)', '\\(`https://evil.example`\\)'],
    ['by @octocat', 'by `@octocat`'],
    ['fixes #12', 'fixes `#12`'],
    ['acme/shop#12', '`acme/shop#12`'],
    ['www.evil.example', '`www.evil.example`'],
    ['mail a@b.example', 'mail `a@b.example`'],
    ['commit 0123abc', 'commit `0123abc`'],
    ['x`@y`', '`` x`@y` ``'],
    ['two\nlines\t here', 'two lines here'],
  ])('%j becomes %j', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  test('nothing that a forge links stands outside of code, whatever the text', () => {
    const word = fc.constantFrom(
      '@a',
      '#1',
      'https://x.example',
      '`',
      '``',
      '<b>',
      '](',
      '[',
      '!',
      ' ',
      '\n',
      '\\',
      'www.a.b',
      '&lt;',
      '**',
      '| ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const outside = withoutCode(markdownText(words.join('')));
        expect(outside).not.toMatch(/[<>@]|:\/\/|#\d|www\./);
        expect(outside.replaceAll(/\\./g, '')).not.toMatch(/[`*_[\]]/);
      }),
    );
  });

  test('code and blocks end where they should, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', ' ', 'a', '~', '\n') }), (text) => {
        expect(withoutCode(markdownCode(text))).toBe('');
        const [fence = ''] = /^`+/.exec(markdownBlock(text)) ?? [];
        expect(text).not.toContain(fence);
      }),
    );
  });
});

/** Takes code spans out as CommonMark does: a run of backticks until the next run of the same length. */
function withoutCode(markdown: string): string {
  let [left, rest] = ['', markdown];
  for (;;) {
    const open = /(?<!\\)(?:\\\\)*(`+)/.exec(rest);
    if (open === null) return left + rest;
    const run = open[1] ?? '';
    const from = open.index + open[0].length;
    const close = [...rest.slice(from).matchAll(/`+/g)].find(([one]) => one === run);
    if (close === undefined) return left + rest;
    left += rest.slice(0, open.index);
    rest = rest.slice(from + close.index + run.length);
  }
}

describe('the report as Markdown', () => {
  test('stands in the order of the text report: machine errors, worst server, first thing to fix', () => {
    const good = testTarget([], { id: 'b', url: 'https://b.example/mcp' });
    const bad = testTarget(
      [
        testFinding({ code: 'F24', consequenceOf: 'F23', title: 'It follows' }),
        testFinding({ title: 'The first thing' }),
      ],
      { rootCause: 'F23' },
    );
    const { machine } = testReport([]);
    const broken = testFinding({ code: 'F110', title: 'The file is broken' });
    const text = markdownReport(
      testReport([good, bad], { machine: { ...machine, findings: [broken] } }),
      null,
    );
    const order = ['## This machine', 'The file is broken', 'mcp.acme.example', 'The first thing'];
    const places = [...order, 'It follows', 'b.example'].map((one) => text.lastIndexOf(one));
    expect(places.toSorted((one, two) => one - two)).toEqual(places);
    expect(places).not.toContain(-1);
  });

  test('H13: what a server says is text, also in a table and in evidence', () => {
    const evil = 'x | y <script>alert(1)</script> @octocat ```\n# head';
    const finding = testFinding({
      title: evil,
      explanation: evil,
      evidence: [{ kind: 'header', name: 'A', value: `${evil}\u001b[2J`, at: 'there' }],
    });
    const verdict = {
      client: 'claude-code' as const,
      version: null,
      outcome: 'blocked' as const,
      step: 'challenge' as const,
      cause: 'F23',
      confidence: 'certain' as const,
      why: evil,
      stopsAt: null,
      sees: null,
    };
    const text = markdownReport(testReport([testTarget([finding], { verdicts: [verdict] })]), null);
    const outside = text.replaceAll(/^(`{3,})text\n[^]*?\n\1$/gm, '');
    expect(withoutCode(outside)).not.toMatch(/<script|@octocat|^# head/m);
    expect(text).not.toContain('\u001b');
    expect(outside.split('\n').find((one) => one.startsWith('| Claude Code'))).toMatch(
      /^\| Claude Code \| \*\*blocked\*\* \| F23 \| [^|]*\\\|[^|]* \|$/,
    );
  });

  test('says what is in the baseline and what was not examined', () => {
    const finding = testFinding();
    const report = testReport([testTarget([finding])], {
      complete: false,
      notExamined: [{ what: 'The rest', why: 'Stopped.' }],
    });
    const text = markdownReport(report, new Set([finding]));
    expect(text).toContain('(F23, error, in the baseline)');
    expect(text).toContain('## This report is incomplete. Not examined');
  });
});
