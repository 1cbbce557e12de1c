import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  REPORT_SCHEMA_ID,
  type Report,
  type ReportExchange,
  type TargetReport,
} from '../../contract/report.ts';
import { mayReport, vendorMail, vendorReport, whyNotReport } from './vendor-report.ts';

const URL_ = 'https://mcp.example.com/mcp';

function asked(parts: Partial<ReportExchange>, status = 200, body = ''): ReportExchange {
  return {
    id: 'x1',
    step: 'challenge',
    purpose: 'initialize',
    startedAt: '2026-11-23T10:00:00.000Z',
    durationMs: 10,
    request: { method: 'POST', url: URL_, headers: [], body: null },
    response: { status, headers: [], body, truncated: false },
    failure: null,
    ...parts,
  };
}
const form = (body: string) => ({
  method: 'POST',
  url: 'https://auth.example.com/token',
  headers: [],
  body,
});
const TRACE: readonly ReportExchange[] = [
  asked({}, 401),
  asked({ step: 'resource-metadata', purpose: 'protected resource metadata' }),
  asked({ step: 'registration', purpose: 'client registration' }, 201, '{"client_id":"cid-1"}'),
  asked({ step: 'token', purpose: 'token request', request: form('client_id=cid-1&code=x') }),
  asked({ step: 'call', purpose: 'first call with a token' }),
  asked({ step: 'refresh', purpose: 'token request', request: form('client_id=cid-1') }),
];
const verdict = (client: TargetReport['verdicts'][number]['client']) =>
  ({
    client,
    version: null,
    outcome: 'works',
    step: 'call',
    cause: null,
    confidence: 'likely',
    why: 'It passes.',
    stopsAt: null,
    sees: null,
  }) as const;

function reportOf(changes: Partial<TargetReport> = {}): Report {
  const target: TargetReport = {
    id: 't1',
    url: `${URL_}?token=planted-0123456789abcdef`,
    transport: 'http',
    names: [],
    rootCause: null,
    verdicts: [verdict('claude-hosted'), verdict('claude-code')],
    findings: [],
    specification: [],
    registrationTried: false,
    leftBehind: [],
    incidents: [],
    stored: [],
    signIn: {
      as: 'claude-hosted',
      way: 'isolated',
      outcome: 'signed-in',
      headline: 'Signed in.',
      next: 'Nothing to do.',
      rounds: 1,
      messages: [],
      token: null,
      tokensAfter: [],
    },
    trace: [...TRACE],
    ...changes,
  };
  return {
    schema: REPORT_SCHEMA_ID,
    tool: { name: 'unblank', version: '0.1.0' },
    startedAt: '2026-11-23T10:00:00.000Z',
    durationMs: 4000,
    complete: true,
    targets: [target],
    machine: { os: 'linux', installs: [], configs: [], logs: [], facts: [], findings: [] },
    notExamined: [],
  };
}
const FINDING = {
  code: 'F63',
  title: 'The way back is not a plain redirect',
  severity: 'error',
  category: 'deployment',
  step: 'callback',
  confidence: 'certain',
  clients: ['claude-hosted'],
  requirements: [],
  explanation: 'It is.',
  whatToDo: 'Redirect.',
  snippet: null,
  evidence: [],
  consequenceOf: null,
  fixes: [],
  references: [],
} as const;

/** The fields of the template that must be filled. */
const REQUIRED = [
  'MCP server URL',
  'Where does the issue occur?',
  'Transport used',
  'Client registration type',
  'SSE only: Does your server return the expected status code for POST requests?',
  'When did you last reproduce this?',
  'Describe the issue',
  'Issue details',
  'Expected behavior',
];

describe('the text for the vendor', () => {
  const text = vendorReport(reportOf(), 'ofid_d9dc0504114b48c4');

  test('has every field of the template that must be filled, in a heading', () => {
    for (const label of REQUIRED) expect(text).toContain(`### ${label}\n`);
  });

  test('says reference, times in UTC, transport, registration, and which clients work', () => {
    expect(text).toContain('`ofid_d9dc0504114b48c4`');
    expect(text).toContain('from 2026-11-23T10:00:00.000Z to 2026-11-23T10:00:04.000Z (UTC)');
    expect(text).toContain('streamable-http');
    expect(text).toContain('Dynamic Client Registration (DCR)');
    expect(text).toContain('Fails: Claude Desktop, claude.ai');
    expect(text).toContain('Nothing was found that stops: Claude Code');
  });

  test('lists each step that was verified, in the order of the way', () => {
    const steps = [...text.matchAll(/- \[x\] ([^:]+): `([^`]+)`/g)].map((one) => one[2]);
    expect(steps).toEqual([
      `POST ${URL_} answered 401`,
      `POST ${URL_} answered 200`,
      `POST ${URL_} answered 201`,
      'a code came back with the right state',
      'POST https://auth.example.com/token answered 200',
      `POST ${URL_} answered 200`,
      'POST https://auth.example.com/token answered 200',
    ]);
  });

  test('H2: holds no secret of an address', () => {
    expect(text).not.toContain('planted');
  });
});

describe('the reference', () => {
  test.each(['Bearer planted-0123456789abcdef', 'ofid_', 'ofid_x`y', 'ofid_abcdef\n### Hi'])(
    '%j is none, and is left out with a note',
    (reference) => {
      const text = vendorReport(reportOf(), reference);
      expect(text).toContain('left out');
      expect(text).not.toContain(`\`${reference}`);
    },
  );

  test('is asked for where none was given', () => {
    expect(vendorReport(reportOf(), null)).toContain('ofid_…');
    expect(vendorReport(reportOf(), '  ')).not.toContain('left out');
  });
});

test.each([
  ['https://client.example/id.json', 'Client ID Metadata Document (CIMD)'],
  ['given-by-hand', 'Static'],
])('an id such as %s: %s', (id, kind) => {
  const body = new URLSearchParams({ client_id: id }).toString();
  const trace = [asked({ step: 'token', purpose: 'token request', request: form(body) })];
  expect(vendorReport(reportOf({ trace }), null)).toContain(kind);
});

describe('it may be reported', () => {
  test('only where all is well for hosted Claude', () => {
    expect(mayReport(reportOf())).toBe(true);
    expect(vendorMail(reportOf(), null)).toMatchObject({ why: null });
  });

  const { signIn } = reportOf().targets[0]!;
  test.each<[string, Partial<TargetReport>]>([
    ['without a sign-in', { signIn: null }],
    ['after one that failed', { signIn: { ...signIn!, outcome: 'blank' } }],
    ['where it was not judged', { verdicts: [] }],
    ['where it is blocked', { verdicts: [{ ...verdict('claude-hosted'), outcome: 'blocked' }] }],
    ['where it is at risk', { verdicts: [{ ...verdict('claude-hosted'), outcome: 'at-risk' }] }],
    [
      'with an error left to fix',
      {
        findings: [
          {
            ...FINDING,
            clients: [...FINDING.clients],
            requirements: [],
            evidence: [],
            fixes: [],
            references: [],
          },
        ],
      },
    ],
  ])('not %s, and it is said why', (_, changes) => {
    expect(mayReport(reportOf(changes))).toBe(false);
    expect(whyNotReport(reportOf(changes))).toMatch(/^[A-Z].*\.$/);
    expect(vendorMail(reportOf(changes), null).text).toBeNull();
  });
});

test('H13: nothing from outside leaves its line, whatever an address or a reference holds', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (url, reference) => {
      const headings = vendorReport(reportOf({ url }), reference).match(/^### /gm);
      expect(headings).toHaveLength(12);
    }),
  );
});
