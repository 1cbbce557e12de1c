import type { CaseFiles } from '../configs/config-case.ts';
import type { FixCase, FixWords } from './fix-case.ts';

const STATE = 'home/.claude.json';
const SHARED = 'project/.mcp.json';
const SETTINGS = 'home/.claude/settings.json';

type Json = Readonly<Record<string, unknown>>;
const json = (value: Json): string => `${JSON.stringify(value, null, 2)}\n`;
const servers = (entry: Json, name = 'acme'): Json => ({ mcpServers: { [name]: entry } });
const http = (url: string, more: Json = {}): Json => ({ type: 'http', url, ...more });
/** Other things that Claude Code keeps in its file; they must survive every fix. */
const AROUND: Json = { numStartups: 3, tipsHistory: { 'new-user': 1 } };

function state(value: Json): CaseFiles {
  return { [STATE]: json({ ...AROUND, ...value }) };
}

/** A file of the project that was approved, whatever state it is in. */
function approved(words: FixWords, text: string): CaseFiles {
  return {
    ...state({ projects: { [words.project]: { hasTrustDialogAccepted: true } } }),
    [SETTINGS]: json({ enableAllProjectMcpServers: true }),
    [SHARED]: text,
  };
}

const ENTRIES: readonly FixCase[] = [
  {
    name: 'an address without a type',
    code: 'F112',
    fix: 'add-type',
    files: ({ open }) => state(servers({ url: open })),
    judge: 'list',
  },
  {
    name: 'the type sse for a server that speaks http',
    code: 'F113',
    fix: 'correct-type',
    files: ({ open }) => state(servers({ type: 'sse', url: open })),
    judge: 'list',
  },
  {
    name: 'a type that is none',
    code: 'F113',
    fix: 'correct-type',
    files: ({ open }) => state(servers({ type: 'htpp', url: open })),
    judge: 'list',
  },
  {
    name: 'a no-break space behind the address',
    code: 'F119',
    fix: 'trim-white-space',
    files: ({ open }) => state(servers(http(`${open}\u{A0}`))),
    judge: 'list',
  },
  {
    name: 'a reserved name',
    code: 'F120',
    fix: 'rename-server',
    serverBefore: 'workspace',
    serverAfter: 'workspace-server',
    files: ({ open }) => state(servers(http(open), 'workspace')),
    judge: 'list',
  },
  {
    name: 'a path in a variable that is not set',
    code: 'F118',
    fix: 'default-variable',
    which: 1,
    answers: () => ({ default: 'mcp' }),
    files: ({ open }) => state(servers(http(`${new URL(open).origin}/\${ACME_PATH}`))),
    judge: 'list',
  },
  {
    name: 'the key of another client for the address',
    code: 'F115',
    fix: 'rename-key',
    files: ({ open }) => state(servers({ type: 'http', serverUrl: open })),
    judge: 'list',
  },
];

const PLACES: readonly FixCase[] = [
  {
    name: 'servers in settings.json',
    code: 'F115',
    fix: 'move-servers',
    files: ({ open }) => ({ ...state({}), [SETTINGS]: json(servers(http(open))) }),
    judge: 'list',
  },
  {
    name: 'the key servers in .mcp.json',
    code: 'F115',
    fix: 'move-servers',
    files: (words) => approved(words, json({ servers: { acme: http(words.open) } })),
    judge: 'list',
  },
  {
    name: 'an old entry that wins over the new one',
    code: 'F117',
    fix: 'separate-names',
    which: 1,
    answers: () => ({ 'remove-entry': '1' }),
    files: ({ open, project }) =>
      state({
        ...servers(http(open)),
        projects: { [project]: { ...servers(http('http://127.0.0.1:9/mcp')), history: [] } },
      }),
    judge: 'list',
  },
];

const TEXTS: readonly FixCase[] = [
  {
    name: '.mcp.json with a comma too many',
    code: 'F110',
    fix: 'mend-syntax',
    files: (words) =>
      approved(
        words,
        `{\n  "mcpServers": {\n    "acme": {\n      "type": "http",\n      "url": "${words.open}",\n    },\n  },\n}\n`,
      ),
    judge: 'list',
  },
  {
    name: '.mcp.json with comments',
    code: 'F110',
    fix: 'mend-syntax',
    files: (words) => approved(words, `// our server\n${json(servers(http(words.open)))}`),
    judge: 'list',
  },
  {
    name: '.mcp.json that is cut off',
    code: 'F110',
    fix: 'mend-syntax',
    files: (words) =>
      approved(
        words,
        json(servers(http(words.open)))
          .trimEnd()
          .slice(0, -1),
      ),
    judge: 'list',
  },
];

const MACHINE: readonly FixCase[] = [
  {
    name: 'a certificate that nobody here vouches for',
    code: 'F10',
    fix: 'trust-authority',
    answers: ({ ca }) => ({ certificate: ca }),
    files: ({ secure }) => state(servers(http(secure))),
    judge: 'list',
  },
  {
    name: 'an address that the metadata spells otherwise',
    code: 'F26',
    fix: 'use-named-address',
    files: ({ slashed }) => state(servers(http(slashed))),
    judge: 'login',
  },
];

/** All of them; a new set-up is a new row. */
export const FIX_CASES: readonly FixCase[] = [...ENTRIES, ...PLACES, ...TEXTS, ...MACHINE];
