import { CLIENT_WORDS, STEP_WORDS, type ClientId } from '../../contract/words.ts';
import { factLines } from '../local/facts/fact-lines.ts';
import { localOf } from '../local/join/local-of.ts';
import { newestStories } from '../local/join/newest-stories.ts';
import type { LocalEvidence, MachineEvidence, ServerEntry } from '../model/evidence.ts';
import type { Incident } from '../model/log-evidence.ts';
import { speakerOf } from '../modes/evidence/entry-client.ts';
import { shortTime } from '../run/short-time.ts';
import type { Judged } from '../run/judge-modes.ts';
import { onlyEntryOf } from '../run/place-findings.ts';
import { addressOf } from './nearness.ts';
import { hiddenBy, hiddenInCodeTab, mayTell } from './precedence.ts';
import type { ComparedPlace, PlaceMachine, PlaceOutcome } from './place.ts';
import { switchedOff } from './switched-off.ts';
import { NOT_SEEN, toldByLines } from './told-by-lines.ts';

/** What lies on this machine, judged: its own files and those that were given besides. */
export interface ComparedMachine {
  readonly machine: MachineEvidence;
  /** What the modes over the machine found. */
  readonly found: readonly Judged[];
  /** Files that were given by their path: nothing else of this machine is true of them. */
  readonly given: ReadonlySet<string>;
}

/** An entry of a configuration as a place: what its client, log and stores on this machine say. */
export function entryPlace(entry: ServerEntry, whole: ComparedMachine): ComparedPlace {
  const { machine, given } = whole;
  const isHere = !given.has(entry.file);
  const client = speakerOf(entry);
  const own = isHere ? localOf({ url: urlOf(entry), entries: [entry] }, machine) : null;
  const story = own === null ? null : storyOf(entry, own, machine);
  const findings = findingsOf(entry, whole);
  return {
    id: '',
    kind: 'entry',
    client,
    startedBy: entry.viaMcpRemote ? entry.client : null,
    scope: entry.scope,
    file: entry.file,
    line: entry.line,
    pointer: entry.pointer,
    server: entry.name,
    url: entry.url,
    near: null,
    outcome: outcomeOf(client, findings, story),
    entry: {
      entry,
      pin: pinOf(entry),
      switchedOff: isHere ? switchedOff(entry, machine) : null,
      hiddenBy: isHere ? hiddenBy(entry, machine) : null,
      hiddenInCodeTab: isHere ? hiddenInCodeTab(entry, machine) : null,
    },
    machine: isHere ? machineOf(client, machine) : NOT_SEEN,
    stored: own === null ? null : storedOf(client, own, machine),
    storedLines: null,
    isCachedAway: own !== null && isCachedAway(own, machine.facts.now),
    now: machine.facts.now,
    story,
    findings: findings.map(({ mode }) => mode.code),
  };
}

function urlOf({ url }: ServerEntry): string | null {
  return addressOf(url)?.href ?? null;
}

const PIN = /(?:^|[\\/])mcp-remote(?:-client)?@([^\\/\s]+)$/;

function pinOf({ command, args, viaMcpRemote }: ServerEntry): string | null {
  if (!viaMcpRemote) return null;
  const words = [command ?? '', ...args].flatMap((one) => one.split(/\s+/));
  return words.map((word) => PIN.exec(word)?.[1]).find((one) => one !== undefined) ?? null;
}

function findingsOf(entry: ServerEntry, { found }: ComparedMachine): readonly Judged[] {
  return found.filter((one) => onlyEntryOf(one) === entry.id && isFault(one));
}

/** Certain, and an error: then the client cannot work from this file, whatever it did before. */
function isFault({ mode, occurrence }: Judged): boolean {
  const severity = occurrence.severity ?? mode.severity;
  return severity === 'error' && (occurrence.confidence ?? mode.confidence) === 'certain';
}

function storyOf(
  entry: ServerEntry,
  local: LocalEvidence,
  machine: MachineEvidence,
): Incident | null {
  const logs = local.logs.filter((log) => mayTell(entry, machine, log.project));
  const stories = newestStories({ logs });
  const clients = entry.viaMcpRemote ? ['mcp-remote' as const, entry.client] : [entry.client];
  return (
    clients
      .flatMap((client) => stories.get(client) ?? [])
      .toSorted((one, two) => (two.last ?? 0) - (one.last ?? 0))[0] ?? null
  );
}

function outcomeOf(
  client: ClientId,
  findings: readonly Judged[],
  story: Incident | null,
): PlaceOutcome {
  const [fault] = findings;
  if (fault !== undefined)
    return {
      outcome: 'blocked',
      from: 'files',
      code: fault.mode.code,
      why: `${fault.occurrence.title ?? fault.mode.title} (${fault.mode.code}).`,
    };
  return story === null ? UNKNOWN : storyOutcome(client, story);
}

const UNKNOWN: PlaceOutcome = {
  outcome: 'unknown',
  from: 'nobody',
  code: null,
  why: 'Neither a log nor a report says how it went here.',
};

function storyOutcome(client: ClientId, story: Incident): PlaceOutcome {
  const at = story.last === null ? '' : `, ${shortTime(story.last)}`;
  const log = `The log of ${CLIENT_WORDS[client]}`;
  if (story.ended === 'connected')
    return { outcome: 'works', from: 'log', code: null, why: `${log} says it connected${at}.` };
  const code = story.code === null ? '' : ` (${story.code})`;
  const ended =
    story.ended === 'needs-sign-in'
      ? 'it asks for a sign-in'
      : `it failed at ${STEP_WORDS[story.step]}`;
  const why = `${log} says ${ended}${code}${at}.`;
  return { outcome: 'blocked', from: 'log', code: story.code, why };
}

function machineOf(client: ClientId, machine: MachineEvidence): PlaceMachine {
  const { facts, os, installs, proxies } = machine;
  const version = installs.find((one) => one.client === client && one.version !== null)?.version;
  const told = toldByLines(factLines(facts), isSeen(machine));
  const named = proxies.map(({ variable, value }) => `${variable}=${value}`);
  return {
    ...told,
    system: os,
    clientVersion: version ?? null,
    network: told.network && [...new Set([...named, ...told.network])].toSorted(),
  };
}

/** Of a copied profile nobody knows the environment; then nothing is said to be missing there. */
function isSeen({ facts, proxies }: MachineEvidence): boolean {
  const { environment, tools, running, listeners } = facts;
  const some = environment.length + tools.length + proxies.length > 0;
  return some || running !== null || listeners !== null;
}

const READ_STATES: readonly string[] = ['ok', 'missing', 'empty'];

/** Claude Code notes that a server asks for a sign-in, and passes it over while the note is fresh. */
function isCachedAway({ stores }: LocalEvidence, now: number): boolean {
  return stores.needsAuth.some(
    ({ since, ttlMs }) => since !== null && now - since < (ttlMs ?? 15 * 60_000),
  );
}

/** Only clients whose stores are read can be said to have none. */
function storedOf(
  client: ClientId,
  { stores }: LocalEvidence,
  machine: MachineEvidence,
): ComparedPlace['stored'] {
  const places = machine.stores.places.filter((one) => one.client === client);
  const isRead = places.length > 0 && places.every(({ state }) => READ_STATES.includes(state));
  const own = stores.signIns.filter((one) => one.client === client);
  return isRead || own.length > 0 ? own : null;
}
