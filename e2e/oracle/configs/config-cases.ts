import type { CaseFiles, CaseWords, ConfigCase } from './config-case.ts';

const STATE = 'home/.claude.json';
const SHARED = 'project/.mcp.json';
const SETTINGS = 'home/.claude/settings.json';
const LOCAL_SETTINGS = 'project/.claude/settings.local.json';
const MARK = '\u{FEFF}';

type Code = ConfigCase['code'];
type Json = Readonly<Record<string, unknown>>;

const json = (value: Json): string => JSON.stringify(value, null, 2);
const servers = (entry: Json, name = 'acme'): Json => ({ mcpServers: { [name]: entry } });
const http = (url: string, more: Json = {}): Json => ({ type: 'http', url, ...more });

/** A server of the user, with an entry that the case chooses. */
function user(
  name: string,
  code: Code,
  entry: (words: CaseWords) => Json,
  more: Partial<ConfigCase> = {},
) {
  return {
    name,
    code,
    files: (words: CaseWords) => ({ [STATE]: json(servers(entry(words))) }),
    ...more,
  };
}

/** The text of a whole file in which `acme` stands. */
function file(
  name: string,
  code: Code,
  path: string,
  text: (inner: string) => CaseFiles[string],
): ConfigCase {
  return {
    name,
    code,
    files: ({ open }) => ({ [path]: text(JSON.stringify(servers(http(open)))) }),
  };
}

/** A server of the project, and what else decides whether it is used. */
function shared(name: string, code: Code, others: (words: CaseWords) => CaseFiles): ConfigCase {
  return {
    name,
    code,
    files: (words) => ({ [SHARED]: json(servers(http(words.open))), ...others(words) }),
  };
}

function trusted({ project }: CaseWords, more: Json = {}, own: Json = {}): CaseFiles {
  const known = { [project]: { hasTrustDialogAccepted: true, ...more } };
  return { [STATE]: json({ ...own, projects: known }) };
}

/** A server of the user beside one more file. */
function beside(name: string, code: Code, others: (words: CaseWords) => CaseFiles): ConfigCase {
  return {
    name,
    code,
    files: (words) => ({ [STATE]: json(servers(http(words.open))), ...others(words) }),
  };
}

const ENTRIES: readonly ConfigCase[] = [
  user('healthy', null, ({ open }) => http(open)),
  user('wants a sign-in', null, ({ guarded }) => http(guarded)),
  user('url without type', 'F112', ({ open }) => ({ url: open })),
  user('transport for type', 'F112', ({ open }) => ({ transport: 'http', url: open })),
  user('type that is none', 'F113', ({ open }) => ({ type: 'htpp', url: open })),
  user('type in capitals', 'F113', ({ open }) => ({ type: 'HTTP', url: open })),
  user('type streamable-http', null, ({ open }) => ({ type: 'streamable-http', url: open })),
  user('type sse for http', 'F113', ({ open }) => ({ type: 'sse', url: open })),
  user('serverUrl', 'F115', ({ open }) => ({ type: 'http', serverUrl: open })),
  user('neither url nor command', 'F110', () => ({ args: ['x'] })),
  user('url that is a number', 'F110', () => ({ type: 'http', url: 5 })),
  user('header that is a number', 'F110', ({ open }) => http(open, { headers: { 'X-Team': 5 } })),
  user('variable that is not set', 'F118', ({ open }) =>
    http(open, { headers: { 'X-Team': '${TEAM}' } }),
  ),
  user(
    'variable that is set',
    null,
    ({ open }) => http(open, { headers: { 'X-Team': '${TEAM}' } }),
    {
      env: { TEAM: 'blue' },
    },
  ),
  user('variable with a default', null, ({ open }) =>
    http(open, { headers: { 'X-Team': '${TEAM:-blue}' } }),
  ),
  user('address in a variable that is not set', 'F118', () => http('${ACME_URL}/mcp')),
  user('white space at a header', 'F119', ({ open }) =>
    http(open, { headers: { 'X-Team': ' blue ' } }),
  ),
  user('white space at the address', 'F119', ({ open }) => http(`${open} `)),
  user('no-break space at the address', 'F119', ({ open }) => http(`${open}\u{A0}`)),
  user('fixed Authorization', 'F86', ({ guarded }) =>
    http(guarded, { headers: { Authorization: 'Bearer made-up' } }),
  ),
  {
    name: 'reserved name',
    code: 'F120',
    files: ({ open }) => ({ [STATE]: json(servers(http(open), 'workspace')) }),
  },
  {
    name: 'name with a space',
    code: null,
    files: ({ open }) => ({ [STATE]: json(servers(http(open), 'acme tools')) }),
  },
];

const SCOPES: readonly ConfigCase[] = [
  {
    name: 'user and local, other addresses',
    code: 'F117',
    files: ({ open, guarded, project }) => ({
      [STATE]: json({
        ...servers(http(guarded)),
        projects: { [project]: servers(http(open)) },
      }),
    }),
  },
  {
    name: 'user and local, one address',
    code: null,
    files: ({ open, project }) => ({
      [STATE]: json({ ...servers(http(open)), projects: { [project]: servers(http(open)) } }),
    }),
  },
  {
    name: 'user and project, other addresses',
    code: 'F117',
    files: (words) => ({
      ...trusted(words, { enabledMcpjsonServers: ['acme'] }, servers(http(words.guarded))),
      [SHARED]: json(servers(http(words.open))),
    }),
  },
  {
    name: 'one key twice',
    code: null,
    files: ({ open, guarded }) => {
      const [one, two] = [guarded, open].map((url) => `"acme": ${JSON.stringify(http(url))}`);
      return { [STATE]: `{"mcpServers": {${one}, ${two}}}` };
    },
  },
  shared('project server that nobody approved', 'F116', () => ({})),
  shared('project server approved by name, not trusted', 'F116', () => ({
    [LOCAL_SETTINGS]: json({ enabledMcpjsonServers: ['acme'] }),
  })),
  shared('project server approved by name, trusted', null, (words) => ({
    [LOCAL_SETTINGS]: json({ enabledMcpjsonServers: ['acme'] }),
    ...trusted(words),
  })),
  shared('project server approved in the state', null, (words) =>
    trusted(words, { enabledMcpjsonServers: ['acme'] }),
  ),
  shared('all project servers approved', null, () => ({
    [SETTINGS]: json({ enableAllProjectMcpServers: true }),
  })),
  shared('project server rejected in settings', 'F116', () => ({
    [LOCAL_SETTINGS]: json({ disabledMcpjsonServers: ['acme'] }),
  })),
  shared('project server rejected in the state', 'F116', (words) =>
    trusted(words, { disabledMcpjsonServers: ['acme'] }),
  ),
  {
    name: 'switched off for the project',
    code: 'F116',
    files: ({ open, project }) => ({
      [STATE]: json({
        ...servers(http(open)),
        projects: { [project]: { disabledMcpServers: ['acme'] } },
      }),
    }),
  },
  beside('denied in the user’s settings', 'F121', () => ({
    [SETTINGS]: json({ deniedMcpServers: [{ serverName: 'acme' }] }),
  })),
  beside('another one allowed in the user’s settings', 'F121', () => ({
    [SETTINGS]: json({ allowedMcpServers: [{ serverName: 'other' }] }),
  })),
];

const PLACES: readonly ConfigCase[] = [
  file('in the user’s settings.json', 'F115', SETTINGS, (text) => text),
  file('in the project’s settings.json', 'F115', 'project/.claude/settings.json', (text) => text),
  file('in .claude/.mcp.json', 'F115', 'project/.claude/.mcp.json', (text) => text),
  file('in ~/.claude/.mcp.json', 'F115', 'home/.claude/.mcp.json', (text) => text),
  file('in ~/.mcp.json', null, 'home/.mcp.json', (text) => text),
  file('key servers in .mcp.json', 'F115', SHARED, (text) => text.replace('mcpServers', 'servers')),
  file('key servers in .claude.json', 'F115', STATE, (text) =>
    text.replace('mcpServers', 'servers'),
  ),
  file('no key around the servers in .mcp.json', 'F115', SHARED, (text) => text.slice(14, -1)),
];

const TEXTS: readonly ConfigCase[] = [
  file('.claude.json cut off', 'F110', STATE, (text) => text.slice(0, -1)),
  file('.claude.json with a comma too many', 'F110', STATE, (text) => text.replace(/\}$/u, ',}')),
  file('.claude.json with a comment', 'F110', STATE, (text) => `// mine\n${text}`),
  file('.claude.json with a byte order mark', null, STATE, (text) => MARK + text),
  file('.claude.json empty', 'F110', STATE, () => ''),
  file('.claude.json with a list', 'F110', STATE, () => '{"mcpServers": []}'),
  file('.mcp.json cut off', 'F110', SHARED, (text) => text.slice(0, -1)),
  file('.mcp.json with a comma too many', 'F110', SHARED, (text) => text.replace(/\}$/u, ',}')),
  file('.mcp.json with a comment', 'F110', SHARED, (text) => `// mine\n${text}`),
  file('.mcp.json with a byte order mark', 'F116', SHARED, (text) => MARK + text),
  file('.mcp.json as UTF-16', 'F110', SHARED, (text) => Buffer.from(MARK + text, 'utf16le')),
  file('.mcp.json empty', 'F110', SHARED, () => ''),
];

const POLICIES: readonly ConfigCase[] = [
  beside('managed servers', 'F121', ({ guarded }) => ({
    'managed/managed-mcp.json': json(servers(http(guarded), 'corporate')),
  })),
  beside('denied by the organisation', 'F121', () => ({
    'managed/managed-settings.json': json({ deniedMcpServers: [{ serverName: 'acme' }] }),
  })),
  beside('another one allowed by the organisation', 'F121', () => ({
    'managed/managed-settings.json': json({ allowedMcpServers: [{ serverName: 'other' }] }),
  })),
];

/** `claude mcp list` asks the server all the same; a session is what passes it over (F94, advice). */
const STORES: readonly ConfigCase[] = [
  beside('noted as wanting a sign-in a minute ago', null, ({ now }) => ({
    'home/.claude/mcp-needs-auth-cache.json': json({ acme: { timestamp: now - 60_000 } }),
  })),
  beside('noted as wanting a sign-in an hour ago', null, ({ now }) => ({
    'home/.claude/mcp-needs-auth-cache.json': json({ acme: { timestamp: now - 3_600_000 } }),
  })),
];

/** All of them; a new configuration is a new row. */
export const CONFIG_CASES: readonly ConfigCase[] = [
  ...ENTRIES,
  ...SCOPES,
  ...PLACES,
  ...TEXTS,
  ...POLICIES,
  ...STORES,
];
