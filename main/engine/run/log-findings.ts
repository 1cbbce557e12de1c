import { CLIENT_WORDS, type Severity } from '../../contract/words.ts';
import type { Evidence } from '../../contract/report.ts';
import { newestStories } from '../local/join/newest-stories.ts';
import { SIGNATURES } from '../local/logs/signatures/index.ts';
import {
  NOTHING_GATHERED,
  type LocalEvidence,
  type MachineEvidence,
  type TargetEvidence,
} from '../model/evidence.ts';
import type { Incident, LogSighting } from '../model/log-evidence.ts';
import type { Mode } from '../model/mode.ts';
import type { ModeCode } from '../model/mode-code.ts';
import { lineEvidence, type Sighted } from '../modes/evidence/log-lines.ts';
import { isoTime } from './iso-time.ts';
import { clipped } from './clipped.ts';
import { shortTime } from './short-time.ts';
import type { Judged } from './judge-modes.ts';

/** What was seen longer ago may have been mended since. */
const OLD_MS = 14 * 24 * 3600 * 1000;
/** What a server answers at these steps anybody can see, so its own answer outweighs a log. */
const SHOWN_BY_SERVER: readonly Mode['step'][] = [
  'challenge',
  'resource-metadata',
  'server-metadata',
];
/**
 * What a line that names no server can say: it is about the account, the machine or a file. That a
 * host is away, a port taken or a token refused was said of something, and nobody knows of what.
 */
const OF_NO_SERVER: ReadonlySet<ModeCode> = new Set([
  'F07',
  'F11',
  'F12',
  'F61',
  'F97',
  'F102',
  'F110',
  'F111',
  'F112',
  'F115',
  'F118',
  'F119',
  'F120',
  'F121',
  'F122',
  'F123',
]);
/** Further modes that the server's own answer refutes. */
const REFUTED_BY_ANSWER: readonly ModeCode[] = ['F10', 'F14'];

/** One line of a log that stands, and what its log tells around it. */
interface Standing extends Sighted {
  /** Its client connected in the same attempt: it got by, and another client may not. */
  readonly gotBy: boolean;
}

/**
 * Adds what the logs of clients say: a mode that was found gets their lines as further evidence, one
 * that was not becomes a finding of its own, unless its client has connected since.
 * @param found what the modes found on this target
 * @param unseen codes of modes that said they could not see: there a log decides
 */
export function withLogs(
  found: readonly Judged[],
  modes: readonly Mode[],
  evidence: TargetEvidence,
  unseen: ReadonlySet<string>,
): readonly Judged[] {
  const { local } = evidence;
  if (local === null) return found;
  const traces = standing(local);
  const joined = found.map((one) => withTraces(one, found, traces, local));
  // A line that a mode has read and explained is no finding of another.
  const untold = traces.filter((one) => !found.some((judged) => isToldBy(judged, one)));
  const others = modes
    .filter(({ code }) => !found.some(({ mode }) => mode.code === code))
    .flatMap((mode) => fromLog(mode, untold, evidence, unseen));
  return [...joined, ...others];
}

/**
 * What logs of many servers say of none of them: a file that was skipped, an update that failed. Logs
 * of servers that are configured no longer say nothing of this machine.
 * @param found what the modes found on the machine
 */
export function withMachineLogs(
  found: readonly Judged[],
  modes: readonly Mode[],
  machine: MachineEvidence,
): readonly Judged[] {
  const logs = machine.logs
    .filter(({ server, hash }) => server === null && hash === null)
    .map((log) => ({ ...log, sightings: log.sightings.filter(isOfNoServer) }));
  const evidence = { ...NOTHING_GATHERED, url: null, entries: [], local: { ...machine, logs } };
  return withLogs(found, modes, evidence, new Set());
}

function isOfNoServer({ server, code }: LogSighting): boolean {
  return server === null && code !== null && OF_NO_SERVER.has(code);
}

function isToldBy({ occurrence }: Judged, { log, sighting: { newest } }: Standing): boolean {
  return occurrence.evidence.some(
    (one) => one.kind === 'log' && one.file === log.file && one.line === newest.line,
  );
}

/** The lines that name a mode and after which their client did not connect, or only just. */
function standing(local: LocalEvidence): readonly Standing[] {
  const stories = newestStories(local);
  return local.logs.flatMap((log) => {
    const newest = stories.get(log.client);
    const connected = newest?.ended === 'connected' ? newest : null;
    return log.sightings.flatMap((sighting) => {
      if (sighting.code === null) return [];
      const gotBy = connected !== null && gotByWith(sighting, connected);
      const since = (sighting.last ?? 0) > (connected?.last ?? -1);
      return since || gotBy ? [{ log, sighting, gotBy }] : [];
    });
  });
}

/** A fault of the server that did not keep its client from connecting this time. */
function gotByWith(
  { signature, step, last }: LogSighting,
  { first, last: end }: Incident,
): boolean {
  const { event } = SIGNATURES.find(({ id }) => id === signature) ?? { event: 'failed' };
  const isServers = SHOWN_BY_SERVER.includes(step) || step === 'refresh';
  return isServers && event !== 'failed' && within(last, first, end);
}

function within(time: number | null, first: number | null, last: number | null): boolean {
  return time !== null && first !== null && last !== null && time >= first && time <= last;
}

function withTraces(
  judged: Judged,
  found: readonly Judged[],
  traces: readonly Standing[],
  local: LocalEvidence,
): Judged {
  const { mode, occurrence } = judged;
  const own = traces.filter(({ sighting }) => sighting.code === mode.code);
  const isFirst = found.find((one) => one.mode === mode) === judged;
  if (own.length === 0 || !isFirst || occurrence.evidence.some(({ kind }) => kind === 'log'))
    return judged;
  const evidence = [...occurrence.evidence, ...evidenceOf(own, mode.code, local)];
  return { mode, occurrence: { ...occurrence, evidence } };
}

function fromLog(
  mode: Mode,
  traces: readonly Standing[],
  evidence: TargetEvidence,
  unseen: ReadonlySet<string>,
): readonly Judged[] {
  const own = traces.filter(({ sighting }) => sighting.code === mode.code);
  const { local } = evidence;
  const [newest] = own.toSorted((one, two) => (two.sighting.last ?? 0) - (one.sighting.last ?? 0));
  if (newest === undefined || local === null) return [];
  // What a client got by with counts only where the server was not asked.
  if (newest.gotBy && evidence.first?.legacy.outcome.kind === 'response') return [];
  const weak = newest.gotBy ? GOT_BY : weakness(mode, newest.sighting, evidence, unseen);
  const occurrence = {
    detail: [saidBy(newest), weak?.why ?? ''].join(' ').trim(),
    evidence: evidenceOf(own, mode.code, local),
    clients: [...new Set(own.map(({ log }) => log.client))],
    confidence: 'likely' as const,
    ...(weak === null ? {} : { severity: weak.severity }),
  };
  return [{ mode, occurrence }];
}

const GOT_BY = {
  severity: 'advice',
  why: 'It connected nevertheless; other clients may not.',
} as const;

function saidBy({ log, sighting }: Standing): string {
  const { last, newest, count } = sighting;
  const at = last === null ? '' : `, last at ${shortTime(last)}`;
  const often = count > 1 ? `, ${count} times` : '';
  return `The log of ${CLIENT_WORDS[log.client]} says so${often}${at}: “${clipped(newest.text)}”.`;
}

/** Why a line of a log is not the last word, or null. */
function weakness(
  mode: Mode,
  { last }: LogSighting,
  { first, local }: TargetEvidence,
  unseen: ReadonlySet<string>,
): { readonly severity: Severity; readonly why: string } | null {
  const answered = first?.legacy.outcome.kind === 'response';
  const isShown = SHOWN_BY_SERVER.includes(mode.step) || REFUTED_BY_ANSWER.includes(mode.code);
  if (answered && isShown && mode.over !== 'machine' && !unseen.has(mode.code))
    return { severity: 'advice', why: 'The server does not show it now.' };
  const now = local?.facts.now ?? 0;
  if (last !== null && now - last > OLD_MS)
    return { severity: 'advice', why: 'That is some time ago.' };
  return null;
}

function evidenceOf(
  traces: readonly Standing[],
  code: ModeCode,
  local: LocalEvidence,
): readonly Evidence[] {
  const clients = new Set(traces.map(({ log }) => log.client));
  const loops = [...newestStories(local).values()].filter(
    (one) => one.kind === 'loop' && one.code === code && clients.has(one.client),
  );
  return [...traces.map(lineEvidence), ...loops.flatMap(loopOf)];
}

function loopOf({ rounds, periodSeconds, first, last }: Incident): readonly Evidence[] {
  if (first === null || last === null) return [];
  const times = { first: isoTime(first), last: isoTime(last) };
  return [{ kind: 'incident', incident: 'loop', rounds, periodSeconds, ...times }];
}
