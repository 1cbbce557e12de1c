import { CLIENT_WORDS, STEP_WORDS, type ClientId } from '../../../../contract/words.ts';
import type { Incident } from '../../../model/log-evidence.ts';

/** Names that cannot begin a sentence as they stand. */
const SUBJECTS: Readonly<Partial<Record<ClientId, string>>> = {
  'claude-hosted': 'Claude',
  'claude-desktop-3p': 'Claude Desktop',
  'claude-desktop-code': 'The Code tab of Claude Desktop',
  'claude-desktop-stdio': 'Claude Desktop',
  'ts-sdk': 'The MCP TypeScript SDK',
  'python-sdk': 'The MCP Python SDK',
};

/** How far the user came in the sign-in of the newest round. */
type SignIn = 'none' | 'opened' | 'back';

/**
 * One sentence about an incident, for people: who did what, how often and since when, and how it
 * ended each time.
 * @param format a time as the reader wants it; the engine has no time zone
 */
export function incidentWords(incident: Incident, format: (ms: number) => string): string {
  const client = SUBJECTS[incident.client] ?? CLIENT_WORDS[incident.client];
  return incident.kind === 'loop'
    ? `${client} ${loopWords(incident, format)}.`
    : `${client} ${attemptWords(incident, format)}.`;
}

function attemptWords(incident: Incident, format: (ms: number) => string): string {
  const at = incident.first === null ? '' : `, ${format(incident.first)}`;
  return `${BEGINNINGS[signInOf(incident)].once}${at}, and ${endingOf(incident)}`;
}

function loopWords(incident: Incident, format: (ms: number) => string): string {
  const { rounds, periodSeconds, first, last } = incident;
  const since = first === null ? '' : ` since ${format(first)}`;
  const isOver = first !== null && last !== null && format(first) !== format(last);
  const parts = [
    `${BEGINNINGS[signInOf(incident)].often} ${String(rounds)} times${since}`,
    ...(periodSeconds === null ? [] : [periodWords(periodSeconds)]),
    ...(isOver ? [`the last time ${format(last)}`] : []),
    `and each time ${endingOf(incident)}`,
  ];
  return parts.join(', ');
}

const BEGINNINGS: Readonly<Record<SignIn, { readonly once: string; readonly often: string }>> = {
  none: { once: 'tried to connect', often: 'has tried to connect' },
  opened: { once: 'started the sign-in', often: 'has started the sign-in' },
  back: { once: 'started the sign-in', often: 'has started the sign-in' },
};

const ENDINGS: Readonly<Record<SignIn, Readonly<Record<Incident['ended'], string>>>> = {
  none: {
    connected: 'it connected',
    'needs-sign-in': 'the server wants a sign-in',
    failed: 'it failed',
    closed: 'it was closed before it had connected',
    open: 'its log says no more of it',
  },
  opened: {
    connected: 'it connected',
    'needs-sign-in': 'the server wants a new one',
    failed: 'it failed',
    closed: 'it was closed before anybody came back from the page',
    open: 'its log does not say that anybody came back from the page',
  },
  back: {
    connected: 'it connected',
    'needs-sign-in': 'the server wants a new one',
    failed: 'it failed',
    closed: 'it was closed before it had connected',
    open: 'its log says no more of it',
  },
};

function endingOf(incident: Incident): string {
  const { ended, step, code } = incident;
  const words = isWaiting(incident)
    ? 'it waits for somebody to come back from the page'
    : ENDINGS[signInOf(incident)][ended];
  const at = ended === 'failed' ? ` at “${STEP_WORDS[step]}”` : '';
  return `${words}${at}${code === null ? '' : ` (${code})`}`;
}

/** A client that says it needs a sign-in right after it has opened the page only waits for it. */
function isWaiting({ ended, events }: Incident): boolean {
  if (ended !== 'needs-sign-in') return false;
  const opened = events.findLastIndex(({ kind }) => kind === 'browser');
  const after = events.slice(opened + 1).map(({ kind }) => kind);
  return opened !== -1 && after.every((kind) => kind === 'needs-sign-in' || kind === 'asked');
}

function signInOf({ events }: Incident): SignIn {
  const kinds = new Set(events.map(({ kind }) => kind));
  if (kinds.has('returned')) return 'back';
  if (!kinds.has('browser')) return 'none';
  return kinds.has('signed-in') ? 'back' : 'opened';
}

const UNITS = [
  { upTo: 90, each: 1, unit: 's' },
  { upTo: 90 * 60, each: 60, unit: 'min' },
  { upTo: 36 * 3600, each: 3600, unit: 'h' },
] as const;

function periodWords(seconds: number): string {
  if (seconds < 1) return 'one after the other';
  const found = UNITS.find(({ upTo }) => seconds < upTo);
  if (found === undefined) return `about every ${String(Math.round(seconds / 86_400))} days`;
  return `about every ${String(Math.round(seconds / found.each))} ${found.unit}`;
}
