import type { StationState } from '../main/contract/way.ts';
import type { Confidence, Severity, System } from '../main/contract/words.ts';

/**
 * Every text of the window, in one place. What is wrong, what it does to them, what to do; words
 * before protocol. Texts about a server come from the report, not from here. The texts of screens that
 * are loaded on demand stand beside them; those of registering in registration-texts.ts.
 */

/** `1 server`, `2 servers`. */
export const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

export const SYSTEM_TEXTS: Record<System, string> = {
  darwin: 'macOS',
  win32: 'Windows',
  linux: 'Linux',
};

export const STATION_TEXTS: Record<StationState, string> = {
  passed: 'passed',
  'at-risk': 'at risk',
  broken: 'broken',
  'not-reached': 'not reached',
  'not-seen': 'not seen',
};

export const SEVERITY_TEXTS: Record<Severity, string> = {
  error: 'stops a client',
  warning: 'a risk',
  advice: 'advice',
};

export const CONFIDENCE_TEXTS: Record<Confidence, string> = {
  certain: 'certain, it was seen',
  likely: 'likely',
  possible: 'possible',
};

/** What the files and logs here say of a server that was not asked; `unknown` says nothing. */
export const KNOWN_TEXTS = {
  blocked: 'to fix',
  'at-risk': 'at risk',
  works: 'connected',
} as const;

export const FRAME = {
  product: 'Unblank',
  machine: 'This machine',
  servers: 'Servers found here',
  serversNone: 'None configured.',
  serversLoading: 'Reading the configuration files.',
  visited: 'Checked by URL',
  demo: 'Try it on a broken server',
  demoName: 'Demo server',
  menuOpen: 'Servers',
  menuClose: 'Close servers',
  keys: 'Keys',
  notChecked: 'not checked',
  checking: 'checking',
  failed: 'check failed',
  noBridge: 'This page belongs to the Unblank window. Start it with: unblank',
  about: (version: string, host: string) => `Unblank ${version}, ${host}`,
  brokenScreen: 'This screen could not be drawn.',
  brokenScreenAdvice:
    'That is a mistake in Unblank; nothing of yours was changed. Go back and open it again, and report it if it stays.',
} as const;

export const ADDRESS = {
  label: 'Check a URL',
  placeholder: 'https://mcp.example.com/mcp',
  hint: 'Contacts the host when you press Check.',
  submit: 'Check',
  empty: 'Type the full URL of the MCP endpoint, for example https://mcp.example.com/mcp.',
} as const;

export const OVERVIEW = {
  loading: 'Reading the configuration files of this machine.',
  lede: (system: string, programs: number, files: number, servers: number) =>
    `${system}: ${count(programs, 'program', 'programs')}, ` +
    `${count(files, 'configuration file', 'configuration files')}, ` +
    `${count(servers, 'server', 'servers')}. Files were read; nobody was contacted.`,
  again: 'Look again',
  findings: 'What to look at first',
  servers: 'Servers',
  findIt: 'Choose the server that fails, or let Unblank find it:',
  checkAll: 'Check all servers',
  noUrl: 'starts a command, no URL',
  emptyTitle: 'No MCP server is configured on this machine.',
  emptyText:
    'Connectors that you added in Claude’s settings lie on Anthropic’s side and in no file here. Check a server by its URL, or see on a demo server what a broken one looks like.',
  emptyUrl: 'Check a URL',
  newHere: 'To see what a check finds without a broken server of your own:',
  more: 'What was seen, and what to do',
} as const;

export const DIAGNOSIS = {
  back: 'Back',
  stories: 'What the logs tell',
  stored: 'What clients keep about it',
  again: 'Check again',
  start: 'Check this server',
  stop: 'Stop',
  stopping: 'Stopping',
  copyReport: 'Copy report',
  starting: 'Starting the check.',
  step: (done: number, total: number) => `step ${done} of ${total}`,
  lastResult: 'Result of the last check, until the new one is there.',
  idleTitle: 'This server is not checked yet.',
  idleKnown: 'Seen in the files and logs here:',
  idleContact: (host: string) =>
    `A check contacts ${host} and the addresses its answers name. It sends the first requests of a client, without a token, and changes nothing.`,
  idleLocal:
    'This entry starts a command, so there is no address to contact. A check reads its configuration and nothing else.',
  demoAbout:
    'The demo starts a server on this machine that fails on purpose, and checks it like any other. Nothing leaves this machine.',
  checked: (at: string, seconds: string) => `Checked ${at}, took ${seconds} s`,
  incomplete: 'This report is incomplete.',
  incompleteText:
    'The check ended before everything was looked at. What is below was seen; what is missing is listed under Not looked at.',
  noTarget: 'Nothing of this server was seen.',
  noTargetText: 'The check ended before the first answer. Check again when you are ready.',
  gone: 'This server is not in the list any more.',
  goneText: 'Look again at this machine, then choose the server.',
  failedTitle: 'The check could not be done.',
  clients: 'Clients',
  noClients: 'No client of this server could be judged.',
  stops: (at: string) => `stops ${at}`,
  seenTo: (step: string) => `seen up to ${step}`,
  seenNothing: 'no answer seen',
  olderStories: (number: number) => count(number, 'older story', 'older stories'),
  rules: (version: string) => `rules of version ${version}`,
  sure: (words: string) => `How sure: ${words}.`,
  way: 'The way of the request',
  wayOf: (client: string) => `The way of the request, as ${client} goes it`,
  wayHint: 'Choose a station to see what was asked and answered there.',
  wayWaiting: 'The stations fill in when the check is done.',
  stationLabel: (step: string, state: string, findings: number) =>
    findings === 0
      ? `${step}: ${state}`
      : `${step}: ${state}, ${count(findings, 'finding', 'findings')}`,
  stationQuiet: {
    passed: 'Nothing to report here.',
    'at-risk': 'Nothing more to report here.',
    broken: 'The report names no finding for this station.',
    'not-reached': 'This client stops before it gets here.',
    'not-seen': 'Nobody has looked at this station.',
  } satisfies Record<StationState, string>,
  exchanges: 'Asked and answered here',
  others: 'Other findings',
  othersNone: 'Nothing else was found for this client.',
  othersElsewhere: 'Findings for other clients',
  machine: 'On this machine',
  notExamined: 'Not looked at',
  notExaminedNone: 'Everything that this check covers was looked at.',
  configured: 'Where it is configured',
  stopsAt: 'Its last request:',
  sees: 'What its user sees:',
  announceDone: (title: string, sentence: string) => `${title}: ${sentence}`,
} as const;

export const FIRST = {
  fix: 'First thing to fix',
  risk: 'Works today, at risk',
  whatToDo: 'What to do',
  hide: 'Hide what to do',
  passes: 'Your server passes everything seen from here.',
  passesText:
    "What is left is your network edge as seen from Claude's cloud, or Claude's side. Copy the report above when you ask for help.",
  unseen: 'How this server stands could not be seen.',
  unseenText: 'What was not looked at, and why, is at the end of this page.',
  blocked: 'No fault of the server was seen.',
  blockedText:
    'It does not serve every client all the same; the report says what keeps which client from it.',
  partly: 'Not for every client',
  good: 'No fault found',
  unknown: 'Not seen from here',
} as const;

export const FINDING = {
  whatToDo: 'What to do',
  evidence: 'What was seen',
  copySnippet: 'Copy',
  consequences: (number: number) => `What follows from it (${number})`,
  about: (code: string) => `About ${code}`,
  concerns: (clients: string) => `Concerns ${clients}.`,
  requirements: (ids: string) => `Requirements: ${ids}`,
  sources: 'Sources',
} as const;

export const EVIDENCE = {
  expected: 'expected',
  received: 'received',
  missing: '(nothing)',
  differs: (position: number) => `The first difference is at character ${position}.`,
  end: '(end)',
  headerMissing: 'not sent',
  at: (place: string) => `in ${place}`,
  lineColumn: (line: number, column: number | null) =>
    column === null ? `line ${line}` : `line ${line}, column ${column}`,
  times: (number: number) => `seen ${count(number, 'time', 'times')}`,
  between: (first: string, last: string) => `from ${first} to ${last}`,
  attempt: 'One attempt to connect',
  loop: (rounds: number) => `A loop of ${count(rounds, 'round', 'rounds')}`,
  period: (seconds: number) => `every ${seconds} s`,
  took: (milliseconds: number) => `${milliseconds} ms`,
  limit: (milliseconds: number) => `limit ${milliseconds} ms`,
  exchangeGone: 'The exchange is not in this report.',
  noAnswer: 'no answer',
  request: 'Request',
  response: 'Answer',
  copyExchange: 'Copy exchange',
  cutByUs: (number: number) => `Cut here; ${count(number, 'character', 'characters')} more.`,
  cutByHost: 'The body went on; it was cut where Unblank stopped reading.',
} as const;

export const HELP_LOADING = (code: string) => `Opening the page of ${code}.`;

export const SIGN_IN = {
  start: 'Trace sign-in',
  startOf: (name: string) => `Trace sign-in of ${name}`,
  title: (name: string) => `Trace sign-in: ${name}`,
  loading: 'Opening.',
  tokens: 'Kept sign-ins',
  vendor: 'Write to the vendor',
  hint: 'A check does not sign in. A trace does, with you, and shows every step of it.',
} as const;

export const COPY = {
  done: 'Copied',
  denied: 'Copy did not work; select the text and copy it',
} as const;

export const TRY_AGAIN = 'Try again';
