import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../contract/report.ts';
import { diagnose } from '../../../engine/run/diagnose.ts';
import type { TargetChoice } from '../../../engine/run/plan.ts';
import { answerJson, answerText } from '../../../engine/testing/fake-answers.ts';
import { createFakePorts, type FakePortsOptions } from '../../../engine/testing/fake-ports.ts';
import { reportText } from './report-text.ts';
import { terminalStyle } from './terminal-style.ts';
import { RULES } from '../../../engine/run/rules.ts';

const URL_OF_ACME = 'https://mcp.acme.example/mcp';
const WRONG = 'https://mcp.acme.example/.well-known/oauth-authorization-server';
const METADATA = {
  issuer: 'https://mcp.acme.example',
  authorization_endpoint: 'https://mcp.acme.example/authorize',
  token_endpoint: 'https://mcp.acme.example/token',
  registration_endpoint: 'https://mcp.acme.example/register',
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
};
const CHALLENGED = answerText('', 401, [
  ['WWW-Authenticate', `Bearer resource_metadata="${WRONG}"`],
]);
const ROUTES = { [`POST ${URL_OF_ACME}`]: CHALLENGED, [`GET ${WRONG}`]: answerJson(METADATA) };

function reportOf(options: FakePortsOptions, choice: TargetChoice): Promise<Report> {
  const request = {
    choice,
    clients: null,
    offline: false,
    connectTo: [],
    ca: null,
    register: false,
  };
  return diagnose(request, {
    ports: createFakePorts(options),
    ...RULES,
    tool: { name: 'unblank', version: '0.0.0' },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

const acme = () => reportOf({ routes: ROUTES }, { kind: 'urls', urls: [URL_OF_ACME] });
const plain = (columns: number) => terminalStyle({ columns }, {});

describe('the report as text', () => {
  test.each([40, 60, 80, 100])(
    'stays within %d columns, but for what must be copied whole',
    async (columns) => {
      const lines = reportText(await acme(), plain(columns)).split('\n');
      const long = lines.filter((line) => line.length > columns);
      // Verdict rows, addresses, headers and their carets keep their form.
      const allowed = /https:|\^|certain|likely|possible|works|at risk|blocked|here it stops|here/;
      expect(long.filter((line) => !allowed.test(line))).toEqual([]);
    },
  );

  test('shows mismatched strings one above the other, with the first difference marked', async () => {
    const lines = reportText(await acme(), plain(80)).split('\n');
    const at = lines.findIndex((line) => line.trim() === '^');
    const [expected, received] = [lines[at - 2] ?? '', lines[at - 1] ?? ''];
    const column = (lines[at] ?? '').indexOf('^');
    expect(expected.slice(0, column)).toBe(received.slice(0, column));
    expect(expected[column]).not.toBe(received[column]);
  });

  test('a server that is switched off is said to be, and nothing is blamed on a log', async () => {
    const entry = { mcpServers: { acme: { type: 'http', url: URL_OF_ACME } } };
    const files = {
      '/home/ada/.claude/plugins/cache/m/p/1.0.0/.mcp.json': JSON.stringify(entry),
      '/home/ada/.claude/settings.json': JSON.stringify({ enabledPlugins: { 'p@m': false } }),
    };
    const text = reportText(await reportOf({ files }, { kind: 'everything' }), plain(80));
    expect(text).toContain('This server is switched off in Claude Code; where, stands below.');
    expect(text).toContain('The plugin of “acme” is switched off');
  });

  test('says the same words with colour and without', async () => {
    const report = await acme();
    const colour = reportText(report, terminalStyle({ isTTY: true, columns: 80 }, {}));
    expect(colour).toContain('\u001b[');
    expect(stripVTControlCharacters(colour)).toBe(reportText(report, plain(80)));
  });

  test('H13: what a server says cannot move the cursor or colour the terminal', async () => {
    const issuer = 'https://x\u001b[31m\u0007\u202e.example';
    const routes = { ...ROUTES, [`GET ${WRONG}`]: answerJson({ ...METADATA, issuer }) };
    const text = reportText(
      await reportOf({ routes }, { kind: 'urls', urls: [URL_OF_ACME] }),
      plain(80),
    );
    const moves = [...text].filter((one) => one !== '\n' && (one < ' ' || one === '\u202e'));
    expect(moves).toEqual([]);
  });

  test('what is wrong with a whole file comes before the servers that it names', async () => {
    const files = {
      '/home/ada/.claude.json':
        '{"mcpServers": {"a": {"type": "http", "url": "https://a.example/"}, "b": {"type": "http", "url": "https://b.example/"},}}',
    };
    const text = reportText(await reportOf({ files }, { kind: 'everything' }), plain(80));
    expect(text.indexOf('not valid JSON')).toBeLessThan(text.indexOf('https://a.example/\n'));
    expect(text.split('not valid JSON')).toHaveLength(2);
  });
});
