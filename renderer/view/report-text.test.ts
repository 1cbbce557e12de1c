import { describe, expect, test } from 'vitest';
import type { ReportExchange, TargetReport } from '../../main/contract/report.ts';
import { everyKindReport } from '../testing/hostile-texts.ts';
import { SAMPLE_REPORT } from '../testing/sample-report.ts';
import { answerLine, cutText, exchangeText, messageText, requestLine } from './exchange-text.ts';
import { formatTime } from './format-time.ts';
import { hostOf } from './host-of.ts';
import { reportText } from './report-text.ts';

const TARGET = SAMPLE_REPORT.targets[0] as TargetReport;
const [NO_ANSWER, INITIALIZE] = TARGET.trace as [ReportExchange, ReportExchange];

describe('a report to paste', () => {
  const text = reportText(SAMPLE_REPORT, TARGET);

  test('names the server, the time with its zone and the first thing to fix', () => {
    expect(text).toContain('https://mcp.acme.example:8383/mcp');
    expect(text).toContain('2026-11-23 14:03:12 UTC');
    expect(text).toContain('First thing to fix: **Your server sends Claude');
  });

  test('has a verdict for each client and every finding, consequences too', () => {
    expect(text).toContain('| Claude Desktop, claude.ai | blocked | resource metadata | F23 |');
    expect(text).toContain('| mcp-remote | works |');
    for (const code of ['F23', 'F22', 'F04']) expect(text).toContain(`### ${code} `);
  });

  test('says what was not looked at, and that it is incomplete where it is', () => {
    expect(text).toContain('### Not looked at');
    expect(text).not.toContain('incomplete');
    expect(reportText({ ...SAMPLE_REPORT, complete: false }, TARGET)).toContain('incomplete');
  });

  test('has a line for every kind of evidence', () => {
    const report = everyKindReport();
    const full = reportText(report, report.targets[0] as TargetReport);
    expect(full).toContain('name: not sent (at)');
    expect(full).not.toContain('undefined');
  });
});

describe('an exchange in words', () => {
  test('has the request line and the status', () => {
    expect(requestLine(INITIALIZE)).toBe('POST https://mcp.acme.example:8383/mcp');
    expect(answerLine(INITIALIZE)).toBe('401');
  });

  test('says why there is no answer', () => {
    expect(answerLine(NO_ANSWER)).toBe('no answer within 10 s');
    expect(exchangeText(NO_ANSWER)).toContain('no answer within 10 s');
  });

  test('cuts a long body and says how much is left', () => {
    const body = 'x'.repeat(4100);
    expect(messageText([], body)).toHaveLength(4001);
    expect(cutText(body, false)).toBe('Cut here; 100 characters more.');
    expect(cutText('short', true)).toContain('cut where Unblank stopped reading');
    expect(cutText('short', false)).toBeNull();
  });

  test('a time that is none is shown as it came', () => {
    expect(formatTime('yesterday')).toBe('yesterday');
  });

  test('a host is named with its port, and what is no URL as it stands', () => {
    expect(hostOf('https://mcp.acme.example:8383/mcp')).toBe('mcp.acme.example:8383');
    expect(hostOf('${MCP_URL}')).toBe('${MCP_URL}');
    expect(hostOf(null)).toBeNull();
  });
});
