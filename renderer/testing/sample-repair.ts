import type { Finding } from '../../main/contract/report.ts';
import type {
  Backup,
  BundlePreview,
  FileChange,
  JournalEntry,
  Offer,
  Preview,
} from '../../main/contract/repair.ts';

const DESKTOP = '/Users/sam/Library/Application Support/Claude/claude_desktop_config.json';
const HASH = 'a3f1'.repeat(16);

const OFFER: Offer = {
  id: 'through-mcp-remote-0a1b2c3d',
  code: 'F111',
  title: 'Start the server through mcp-remote',
  automation: 'guided',
  undoable: true,
};

/** As a finding names them: one that is applied, one that is told. */
export const FIXES: Finding['fixes'] = [
  { id: OFFER.id, title: OFFER.title, automation: 'guided', undoable: true },
  {
    id: 'add-connector-11223344',
    title: 'Add it as a connector instead',
    automation: 'instructions',
    undoable: false,
  },
];

const line = (
  kind: FileChange['lines'][number]['kind'],
  before: number | null,
  after: number | null,
  text: string,
  maskedChange = false,
) => ({ kind, before, after, text, maskedChange });

export const CHANGE: FileChange = {
  file: DESKTOP,
  leadsTo: null,
  what: 'changed',
  lines: [
    line('same', 1, 1, '{'),
    line('same', 2, 2, '  "mcpServers": {'),
    line('same', 3, 3, '    "acme": {'),
    line('removed', 4, null, '      "url": "https://mcp.acme.example:8383/mcp",'),
    line('added', null, 4, '      "command": "npx",'),
    line(
      'added',
      null,
      5,
      '      "args": ["-y", "mcp-remote@0.1.38", "https://mcp.acme.example:8383/mcp"],',
    ),
    line('removed', 5, null, '      "headers": { "X-Team": "••••••••" }', true),
    line('added', null, 6, '      "headers": { "X-Team": "••••••••" }', true),
    line('same', 6, 7, '    }'),
    line('gap', null, null, ''),
    line('same', 41, 42, '}'),
  ],
  hashBefore: HASH,
  hashAfter: 'b4e2'.repeat(16),
  notes: ['Comments, order and line ends stay as they are.'],
};

export const PREVIEW: Preview = {
  offer: OFFER,
  ticket: 'c5d3'.repeat(16),
  why: 'Claude Desktop reads only servers that start a command; “acme” has a URL, so it is skipped without a word.',
  risk: 'low',
  asks: [],
  steps: [
    {
      kind: 'wait-for-quit',
      client: 'claude-desktop-stdio',
      running: false,
      text: 'Claude Desktop goes on in the menu bar when its window is closed. Choose Claude, then Quit Claude.',
    },
    { kind: 'change', change: CHANGE },
  ],
  leavesAlone: ['The other four servers in this file.', 'Your sign-ins: none is touched.'],
  checks: ['Whether Claude Desktop can start it.', 'Whether the server answers, as before.'],
  restarts: ['claude-desktop-stdio'],
  blocked: [],
};

export const ENTRY: JournalEntry = {
  id: 'e-1',
  at: '2026-11-23T14:03:12.000Z',
  state: 'applied',
  kind: 'fix',
  code: 'F111',
  title: OFFER.title,
  server: 'acme',
  evidence: ['claude_desktop_config.json has an entry with a URL and no command.'],
  changes: [CHANGE],
  checks: [
    { what: 'Entry without a command', result: 'gone', says: 'Claude Desktop can start it now.' },
    { what: 'Start of Claude Desktop', result: 'not-seen', says: 'It is closed.' },
  ],
  undoes: null,
  undoneBy: null,
  undoable: true,
  next: 'Start Claude Desktop again; Unblank looks at the file once more after that.',
};

export const BACKUP: Backup = {
  id: 'b-1',
  at: '2026-11-23T13:58:40.000Z',
  why: 'before-fix',
  version: '0.1.0',
  files: [
    {
      file: DESKTOP,
      hash: HASH,
      size: 1830,
      mode: '600',
      modifiedAt: '2026-11-20T08:12:00.000Z',
      now: 'differs',
    },
    {
      file: '/Users/sam/.claude.json',
      hash: 'c0de'.repeat(16),
      size: 48_213,
      mode: '600',
      modifiedAt: '2026-11-23T13:40:09.000Z',
      now: 'same',
    },
  ],
  damaged: [],
};

export const BUNDLE: BundlePreview = {
  ticket: 'd6c4'.repeat(16),
  entries: [
    {
      name: 'report.json',
      what: 'The diagnosis, as `unblank check --json` writes it.',
      size: 18_204,
      hash: HASH,
      hidden: [
        { kind: 'bearer', count: 3 },
        { kind: 'home', count: 11 },
      ],
    },
    { name: 'README.txt', what: 'What is in this bundle.', size: 913, hash: HASH, hidden: [] },
  ],
  size: 19_117,
  leftOut: ['Backups and the keychain: they hold secrets.'],
};
