import { describe, expect, test } from 'vitest';
import { reportSchema, type Report } from '../../contract/report.ts';
import { defineTargetMode } from '../model/mode.ts';
import { MODES } from '../modes/index.generated.ts';
import { resourceDocument } from '../testing/evidence-builders.ts';
import { MCP_URL } from '../testing/exchange-builders.ts';
import { answerFailure, answerJson, answerText, hang } from '../testing/fake-answers.ts';
import { HEALTHY_ROUTES } from '../testing/healthy-routes.ts';
import { createFakePorts, type FakePortsOptions } from '../testing/fake-ports.ts';
import { RULES } from './rules.ts';
import { diagnose, type DiagnoseRequest, type Progress } from './diagnose.ts';

const WELL_KNOWN = 'https://mcp.example.com/.well-known/oauth-protected-resource';

function start(options: FakePortsOptions, changes: Partial<DiagnoseRequest> = {}, modes = MODES) {
  const ports = createFakePorts(options);
  const stop = new AbortController();
  const told: Progress[] = [];
  const request: DiagnoseRequest = {
    choice: { kind: 'urls', urls: [MCP_URL] },
    clients: null,
    offline: false,
    connectTo: [],
    ca: null,
    register: false,
    ...changes,
  };
  const report = diagnose(request, {
    ports,
    ...RULES,
    modes,
    tool: { name: 'unblank', version: '0.0.0' },
    signal: stop.signal,
    onProgress: (progress) => told.push(progress),
  });
  return { ports, stop, told, report };
}
/** What the judged clients do, each outcome once. */
const outcomesOf = (targets: Report['targets']) => [
  ...new Set(targets[0]?.verdicts.map(({ outcome }) => outcome)),
];
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a whole run', () => {
  test('on a healthy server finds nothing, and every client works', async () => {
    const { report, ports, told } = start({ routes: HEALTHY_ROUTES });
    const { complete, targets } = reportSchema.parse(await report);
    expect(complete).toBe(true);
    expect(targets[0]).toMatchObject({ id: 'mcp-example-com-mcp', rootCause: null, findings: [] });
    expect(outcomesOf(targets)).toEqual(['works']);
    expect([ports.http.openSessions, ports.clock.pending]).toEqual([0, 0]);
    expect(told.at(-1)).toMatchObject({ done: told.at(-1)?.total });
  });

  test('numbers its exchanges as they were asked, and findings point at them', async () => {
    const { report } = start({
      routes: { ...HEALTHY_ROUTES, [`POST ${MCP_URL}`]: answerText('', 403) },
    });
    const [target] = (await report).targets;
    expect(target?.trace.map(({ id }) => id)).toEqual(target?.trace.map((_, at) => `x${at + 1}`));
    const ids = target?.findings.flatMap(({ evidence }) =>
      evidence.flatMap((one) => (one.kind === 'http' ? [one.exchange] : [])),
    );
    expect(ids).toContain('x1');
  });

  test('tells the newest story of a log while it goes on, and joins it to its server', async () => {
    const folder = '/home/ada/.cache/claude-cli-nodejs/-home-ada/mcp-logs-acme';
    const line = (debug: string, second: number) =>
      JSON.stringify({ debug, timestamp: `2026-11-20T10:00:0${second}.000Z`, sessionId: 'a' });
    const text = 'Incompatible auth server: does not support dynamic client registration';
    const log = [
      line(`Initializing HTTP transport to ${MCP_URL}`, 1),
      line(`HTTP Connection failed after 88ms: ${text} (code: none, errno: none)`, 2),
    ];
    const files = { [`${folder}/2026-11-20T10-00-01-000Z.jsonl`]: `${log.join('\n')}\n` };
    const { report, told } = start({ files }, { offline: true });
    const [target] = (await report).targets;
    expect(target).toMatchObject({ rootCause: 'F40', incidents: [{ ended: 'failed' }] });
    expect(told.map((one) => one.text)).toContainEqual(expect.stringContaining('Claude Code'));
    const verdict = target?.verdicts.find(({ client }) => client === 'claude-code');
    expect(verdict).toMatchObject({ outcome: 'blocked', cause: 'F40', confidence: 'likely' });
  });

  test('takes what the files of this machine say of the server', async () => {
    const file = JSON.stringify({ mcpServers: { acme: { type: 'sse', url: MCP_URL } } });
    const { report } = start({
      routes: { ...HEALTHY_ROUTES, [`GET ${MCP_URL}`]: answerText('', 405) },
      files: { '/home/ada/.claude.json': file },
    });
    const [target] = (await report).targets;
    expect(target?.names).toMatchObject([{ client: 'claude-code', name: 'acme' }]);
    expect(target?.findings.map(({ code }) => code)).toContain('F113');
  });
});

describe('L1: a run ends', () => {
  const routes = { ...HEALTHY_ROUTES, [`GET ${WELL_KNOWN}/mcp`]: hang() };

  test('at its deadline of 45 seconds, with what it has and saying so', async () => {
    const { report, ports } = start({ routes });
    await settled();
    ports.clock.advance(45_000);
    const { complete, notExamined, targets } = reportSchema.parse(await report);
    expect(complete).toBe(false);
    expect(notExamined[0]?.what).toBe('Everything that was still open after 45 seconds');
    expect(targets[0]?.trace.length).toBeGreaterThan(5);
    expect([ports.http.openSessions, ports.clock.pending]).toEqual([0, 0]);
  });

  test('that is stopped at once is cut short, and not told that its server is not there', async () => {
    const { report, stop } = start({}, { choice: { kind: 'target', id: 'acme' } });
    stop.abort();
    expect(await report).toMatchObject({ complete: false, targets: [] });
  });

  test('when it is stopped, and blames the server for nothing it did not get to say', async () => {
    const { report, stop } = start({
      routes: {
        ...HEALTHY_ROUTES,
        [`GET ${WELL_KNOWN}/mcp`]: hang(),
        [`GET ${WELL_KNOWN}`]: hang(),
      },
    });
    await settled();
    stop.abort();
    const { complete, notExamined, targets } = await report;
    expect(complete).toBe(false);
    expect(notExamined[0]?.why).toContain('The run was stopped');
    expect(targets[0]?.findings).toEqual([]);
    expect(outcomesOf(targets)).toEqual(['unknown']);
  });

  test('at once, where it was stopped before it began', async () => {
    const { report, stop, ports } = start({ routes: HEALTHY_ROUTES });
    stop.abort();
    expect((await report).complete).toBe(false);
    expect(ports.http.requests.length).toBe(0);
  });
});

test('L2: a mode that throws is named, and the report is whole', async () => {
  const broken = defineTargetMode({
    code: 'F901',
    title: 'A mode with a bug',
    explanation: 'x',
    whatToDo: 'x',
    step: 'reach',
    severity: 'error',
    category: 'deployment',
    confidence: 'certain',
    clients: [],
    requirements: [],
    references: [],
    needs: ['url'],
    judge: () => {
      throw new TypeError('oops');
    },
  });
  const { report } = start({ routes: HEALTHY_ROUTES }, {}, [broken]);
  expect((await report).notExamined).toContainEqual({
    what: 'F901 A mode with a bug',
    why: 'Could not judge: TypeError: oops.',
  });
});

test('offline contacts nobody and says so', async () => {
  const { report, ports } = start({ routes: HEALTHY_ROUTES }, { offline: true });
  const { notExamined, targets } = await report;
  expect(ports.http.opened).toEqual([]);
  expect(notExamined).toContainEqual({
    what: 'The servers themselves',
    why: 'The run was offline, so nobody was contacted.',
  });
  expect(outcomesOf(targets)).toEqual(['unknown']);
});

test('only the clients that were asked for are judged, and only findings that concern them shown', async () => {
  const { report } = start(
    { routes: HEALTHY_ROUTES },
    {
      clients: ['mcp-remote'],
      choice: { kind: 'urls', urls: ['https://mcp.example.com:8443/mcp'] },
    },
  );
  const [target] = (await report).targets;
  expect(target?.verdicts.map(({ client }) => client)).toEqual(['mcp-remote']);
  expect(target?.findings.map(({ code }) => code)).not.toContain('F04');
});

describe('E2, D6: addresses that a server names and nobody may ask', () => {
  test('inside the network: said as what shuts hosted Claude out, and not asked', async () => {
    const document = answerJson(resourceDocument({ authorization_servers: ['http://10.0.0.7'] }));
    const { report } = start({
      routes: {
        ...HEALTHY_ROUTES,
        [`GET ${WELL_KNOWN}/mcp`]: document,
        [`GET ${WELL_KNOWN}`]: document,
      },
    });
    const { notExamined, targets } = await report;
    expect(notExamined.map(({ what }) => what)).toContain(
      'http://10.0.0.7/.well-known/oauth-authorization-server',
    );
    expect(targets[0]?.findings.map(({ code }) => code)).toContain('F15');
    expect(outcomesOf(targets)).toEqual(['unknown']);
  });

  test.each(['urn:example:as', 'javascript:alert(1)', 'data:,x'])(
    '%s does not end the run',
    async (issuer) => {
      const document = answerJson(resourceDocument({ authorization_servers: [issuer] }));
      const { report } = start({
        routes: { ...HEALTHY_ROUTES, [`GET ${WELL_KNOWN}/mcp`]: document },
      });
      expect((await report).targets[0]?.rootCause).toBe('F27');
    },
  );
});

test('a server that does not resolve is a finding, not an error', async () => {
  const dead = answerFailure('dns', 'ENOTFOUND', 'getaddrinfo ENOTFOUND mcp.example.com');
  const { report } = start({ routes: { [`POST ${MCP_URL}`]: dead, [`GET ${MCP_URL}`]: dead } });
  expect((await report).targets[0]?.rootCause).toBe('F14');
});

test('L4: two runs at once give what they give one after the other', async () => {
  const one = start({ routes: HEALTHY_ROUTES });
  const two = start({ routes: { ...HEALTHY_ROUTES, [`POST ${MCP_URL}`]: answerText('', 400) } });
  const [first, second] = await Promise.all([one.report, two.report]);
  expect(first).toEqual(await start({ routes: HEALTHY_ROUTES }).report);
  expect([first.targets[0]?.rootCause, second.targets[0]?.rootCause]).toEqual([null, 'F21']);
});

describe('what goes wrong with us', () => {
  test('L2: a gatherer that falls over on one server is said, and the other is examined', async () => {
    const other = 'https://other.example/mcp';
    const fall = () => {
      throw new TypeError('a gatherer fell over');
    };
    const { report, ports } = start(
      { routes: { ...HEALTHY_ROUTES, [`POST ${other}`]: fall } },
      { choice: { kind: 'urls', urls: [other, MCP_URL] } },
    );
    const { complete, targets, notExamined } = reportSchema.parse(await report);
    expect(complete).toBe(false);
    expect(targets.map((one) => one.trace.length > 0)).toEqual([false, true]);
    expect(notExamined).toContainEqual({
      what: other,
      why: 'Could not be examined: TypeError: a gatherer fell over.',
    });
    expect(ports.http.openSessions).toBe(0);
  });

  test('--client leaves out what is wrong for other clients on this machine as well', async () => {
    const files = { '/home/ada/.claude.json': '{"mcpServers": {' };
    const codes = async (clients: DiagnoseRequest['clients']) => {
      const { report } = start({ files }, { choice: { kind: 'everything' }, clients });
      return (await report).machine.findings.map((one) => one.code);
    };
    expect(await codes(null)).toEqual(['F110']);
    expect(await codes(['claude-hosted'])).toEqual([]);
  });
});
