import { CLIENT_WORDS, type ClientId } from '../../contract/words.ts';
import type { WatchEnd, WatchOutcome } from '../../contract/watch.ts';
import type { Incident } from '../model/log-evidence.ts';
import type { Mode } from '../model/mode.ts';
import { visible } from '../redact/visible.ts';
import { reportIncident } from '../run/report-local.ts';
import { reasonIn } from './event-words.ts';

/** Why watching ended without an end of an attempt. */
export type StopReason = 'told' | 'time';

/**
 * How an attempt ended that is one worth stopping for; null where it merely closed or goes on, as it
 * does while its sign-in page is open.
 */
export function outcomeOf(incident: Incident): Exclude<WatchOutcome, 'stopped'> | null {
  const { ended } = incident;
  return ended === 'closed' || ended === 'open' || isAtSignIn(incident) ? null : ended;
}

/**
 * A client that says it needs a sign-in behind the page that it opened only waits for it, until a
 * token or a failure comes.
 */
export function isAtSignIn({ ended, events }: Incident): boolean {
  const opened = events.findLastIndex(({ kind }) => kind === 'browser');
  if (ended !== 'needs-sign-in' || opened === -1) return false;
  return !events.slice(opened).some(({ kind }) => kind === 'signed-in' || kind === 'failed');
}

/**
 * The end of an attempt in words: what happened, and what to do first. Where its lines name a
 * failure mode, that mode says what to do.
 * @param incident whose `outcomeOf` is not null
 */
export function attemptEnd(incident: Incident, modes: readonly Mode[]): WatchEnd {
  const outcome = outcomeOf(incident) ?? 'stopped';
  const named = outcome === 'connected' ? null : incident.code;
  const mode = modes.find(({ code }) => code === named);
  return {
    outcome,
    headline: `${whatHappened(incident)}${again(incident)}`,
    next: mode?.whatToDo ?? nextOf(incident),
    code: mode?.code ?? null,
    title: mode?.title ?? null,
    incident: reportIncident(incident),
  };
}

/**
 * The end of watching where no attempt ended.
 * @param open the story that goes on, or null
 * @param heard whether anything was written at all
 */
export function stoppedEnd(reason: StopReason, open: Incident | null, heard: boolean): WatchEnd {
  const rest = { outcome: 'stopped', code: null, title: null } as const;
  const why = WHY[reason];
  if (open !== null) {
    const waits = waitsForSignIn(open);
    const headline = waits
      ? `${subject(open.client)} still waits for the sign-in${to(open)}.`
      : `${subject(open.client)} is still at it${to(open)}.`;
    const next = `${why} ${waits ? FINISH : WATCH_AGAIN}`;
    return { ...rest, headline, next, incident: reportIncident(open) };
  }
  const headline = heard ? 'No attempt came to an end.' : 'Nothing was written.';
  return { ...rest, headline, next: `${why} ${heard ? WATCH_AGAIN : WHO_WRITES}`, incident: null };
}

const WHY: Readonly<Record<StopReason, string>> = {
  told: 'Watching was stopped.',
  time: 'Watching ended after an hour.',
};
const WATCH_AGAIN = 'Watch again and try once more in the client.';
const FINISH =
  'Finish the sign-in in the browser. If its page stays blank, `unblank trace` shows why.';

/** What is said of a quiet log: who writes by itself, who does not, and who never writes here. */
const WHO_WRITES =
  'Claude Code writes its logs by itself, as soon as it connects: open /mcp in it, or run `claude mcp list`. ' +
  'Claude Desktop writes only of the servers that it starts itself from its configuration file: quit it and start it again. ' +
  'mcp-remote writes a log of its own only with --debug. ' +
  'A connector that was added in Claude’s settings is connected from Anthropic’s side and leaves no log here: `unblank trace` shows its sign-in.';

/**
 * What is said after a silence. While a sign-in page is open that is nothing odd, and Claude Code
 * 2.1.197 and 2.1.330 were seen to end `claude mcp login` without a line of how it went.
 * @param open the story that goes on, or null
 */
export function quietWords(open: Incident | null): string {
  const quiet = 'Nothing was written for 20 s.';
  if (open === null || !waitsForSignIn(open)) return `${quiet} ${WHO_WRITES}`;
  const look = open.client === 'claude-code' ? ' `claude mcp list` shows how it went.' : '';
  return `${quiet} ${subject(open.client)} waits for the sign-in${to(open)}.${look}`;
}

function waitsForSignIn({ events }: Incident): boolean {
  return events.some(({ kind }) => kind === 'browser');
}

function whatHappened(incident: Incident): string {
  const who = subject(incident.client);
  const line = failureIn(incident);
  if (incident.ended === 'connected') return `${who} connected${to(incident)}.`;
  if (incident.ended === 'needs-sign-in') return `${who} needs a sign-in${forServer(incident)}.`;
  const said = line === undefined ? '.' : `: “${reasonIn(line)}”`;
  return `${who} could not connect${to(incident)}${said}`;
}

/** The line that names the mode, else the last one: a client often ends with a general one. */
function failureIn({ code, events }: Incident): string | undefined {
  const failures = events.filter(({ kind }) => kind === 'failed');
  const named = failures.find((one) => code !== null && one.code === code);
  return (named ?? failures.at(-1))?.text;
}

function again({ kind, rounds, periodSeconds }: Incident): string {
  if (kind !== 'loop') return '';
  const every = periodSeconds === null ? '' : `, one every ${Math.round(periodSeconds)} s`;
  return ` This is a loop: ${rounds} attempts${every}.`;
}

const SIGN_IN: Readonly<Partial<Record<ClientId, string>>> = {
  'claude-code':
    'Sign in with /mcp in Claude Code or with `claude mcp login`, and watch that. If it asks again afterwards, `unblank trace` shows why.',
};

function nextOf(incident: Incident): string {
  if (incident.ended === 'connected')
    return 'It works now. If it fails again later, watch again: then the refresh of the token is what shows.';
  if (incident.ended === 'needs-sign-in')
    return (
      SIGN_IN[incident.client] ??
      'Sign in, and watch that. If it asks again afterwards, `unblank trace` shows why.'
    );
  return 'The log names no cause that Unblank knows. `unblank check` asks the server itself and says at which step it stops, and why.';
}

function subject(client: ClientId): string {
  return CLIENT_WORDS[client];
}

function to({ server }: Incident): string {
  return server === null ? '' : ` to ${visible(server)}`;
}

function forServer({ server }: Incident): string {
  return server === null ? '' : ` for ${visible(server)}`;
}
