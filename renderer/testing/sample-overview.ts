import type { Finding } from '../../main/contract/report.ts';
import type { ModePage, Overview } from '../../main/contract/table.ts';
import { SAMPLE_URL, WRONG_DOCUMENT } from './sample-report.ts';

const CLAUDE_CODE = '/Users/sam/.claude.json';
const DESKTOP = '/Users/sam/Library/Application Support/Claude/claude_desktop_config.json';

/** F110: a configuration file that does not parse. */
const BROKEN_JSON: Finding = {
  ...WRONG_DOCUMENT,
  code: 'F110',
  title: 'A configuration file does not parse',
  step: 'local',
  clients: ['claude-desktop-stdio'],
  requirements: [],
  explanation:
    'claude_desktop_config.json has a comma after the last entry, so Claude Desktop ignores the whole file and shows none of its servers.',
  whatToDo: 'Remove the comma at line 7, column 6, then quit Claude Desktop and start it again.',
  snippet: null,
  evidence: [
    {
      kind: 'file',
      file: DESKTOP,
      line: 7,
      column: 6,
      pointer: null,
      excerpt: '  6      }\n  7    },\n  8  }',
    },
  ],
  references: [],
};

const NOTHING_KNOWN = { outcome: 'unknown', says: '', code: null } as const;

export const SAMPLE_OVERVIEW: Overview = {
  os: 'darwin',
  installs: [
    {
      client: 'claude-code',
      version: '2.1.197',
      location: '/Users/sam/.local/bin/claude',
      how: 'found in PATH',
    },
    {
      client: 'claude-desktop-stdio',
      version: '1.9.2',
      location: '/Applications/Claude.app',
      how: 'application folder',
    },
  ],
  configs: [
    {
      client: 'claude-code',
      scope: 'user',
      file: CLAUDE_CODE,
      state: 'ok',
      servers: ['acme', 'docs', 'notes'],
      notes: ['duplicate key "acme": the last one counts'],
    },
    {
      client: 'claude-desktop-stdio',
      scope: 'user',
      file: DESKTOP,
      state: 'broken',
      servers: [],
      notes: [],
    },
    {
      client: 'claude-code',
      scope: 'managed',
      file: '/Library/Application Support/ClaudeCode/managed-mcp.json',
      state: 'missing',
      servers: [],
      notes: [],
    },
  ],
  servers: [
    {
      id: 'acme',
      name: 'acme',
      url: SAMPLE_URL,
      transport: 'http',
      entries: [{ client: 'claude-code', scope: 'user', file: CLAUDE_CODE }],
      known: NOTHING_KNOWN,
    },
    {
      id: 'docs',
      name: 'docs',
      url: 'https://docs.acme.example/mcp',
      transport: 'http',
      entries: [
        { client: 'claude-code', scope: 'project', file: '/Users/sam/site/.mcp.json' },
        { client: 'mcp-remote', scope: 'user', file: DESKTOP },
      ],
      known: NOTHING_KNOWN,
    },
    {
      id: 'notes',
      name: 'notes',
      url: null,
      transport: 'stdio',
      entries: [{ client: 'claude-code', scope: 'user', file: CLAUDE_CODE }],
      known: NOTHING_KNOWN,
    },
  ],
  logs: [
    {
      client: 'claude-code',
      file: '/Users/ada/Library/Caches/claude-cli-nodejs/-Users-ada-shop/mcp-logs-acme/2026-11-23.jsonl',
      note: '6 attempts; the newest asked for a sign-in at 2026-11-23T14:03:12.000Z',
    },
  ],
  facts: [{ what: 'Node on the search path', value: 'v22.4.0, /usr/local/bin/node' }],
  findings: [BROKEN_JSON],
};

/** The help page of F23. */
export const SAMPLE_PAGE: ModePage = {
  code: 'F23',
  title: 'The challenge names the wrong document',
  severity: 'error',
  category: 'deployment',
  step: 'resource-metadata',
  clients: ['claude-hosted'],
  explanation: WRONG_DOCUMENT.explanation,
  whatToDo: WRONG_DOCUMENT.whatToDo,
  references: [{ page: 'rfc9728-5-1', title: 'RFC 9728, section 5.1' }],
};
