import type { Report, TargetReport, Verdict } from '../../contract/report.ts';
import { CLIENT_WORDS, OUTCOME_WORDS, STEP_WORDS, type ClientId } from '../../contract/words.ts';
import type { ComparedPlace, PlaceMachine, PlaceOutcome } from './place.ts';
import { toldByLines } from './told-by-lines.ts';

/** A saved report, and the file that it was read from. */
export interface SavedReport {
  readonly file: string;
  readonly report: Report;
}

/**
 * One server of a saved report as places: one for each client that its files named there, and one
 * for hosted Claude, whose entries lie in no file. A report over an address alone names no client:
 * then those that are compared with it are taken.
 * @param wanted clients of the other places
 */
export function reportPlaces(
  { file, report }: SavedReport,
  target: TargetReport,
  wanted: readonly ClientId[],
): readonly ComparedPlace[] {
  const named = target.names.map(({ client, scope, name, pointer }) => ({
    client,
    scope,
    name,
    pointer,
  }));
  const has = new Set(named.map(({ client }) => client));
  const extra: readonly ClientId[] = named.length === 0 ? wanted : ['claude-hosted'];
  const others = [...new Set<ClientId>([...extra, 'claude-hosted'])]
    .filter((client) => !has.has(client) && isTold(client, target))
    .map((client) => ({ client, scope: null, name: null, pointer: null }));
  const base = { file, report, target };
  return [...named, ...others].map((one) => place(base, one));
}

interface Named {
  readonly client: ClientId;
  readonly scope: string | null;
  readonly name: string | null;
  readonly pointer: string | null;
}

function place(
  { file, report, target }: SavedReport & { readonly target: TargetReport },
  { client, scope, name, pointer }: Named,
): ComparedPlace {
  const verdict = verdictOf(target, client) ?? viaRemote(target, client);
  const story = target.incidents.find((one) => one.client === client) ?? null;
  const stored = target.stored.filter((one) => one.client === client).map(({ fact }) => fact);
  const hasLooked = report.machine.facts.length > 0;
  return {
    id: '',
    kind: 'report',
    client: verdict?.client ?? client,
    startedBy: verdict !== undefined && verdict.client !== client ? client : null,
    scope,
    file,
    line: null,
    pointer,
    server: name,
    url: target.url,
    near: null,
    outcome: outcomeOf(verdict),
    entry: null,
    machine: machineOf(report, verdict?.client ?? client),
    stored: null,
    storedLines: hasLooked || stored.length > 0 ? stored : null,
    isCachedAway: false,
    now: Date.parse(report.startedAt) || 0,
    story: story && { ...story, code: asCode(story.code), last: timeOf(story.last) },
    findings: target.findings
      .filter(({ severity, clients }) => severity === 'error' && clients.includes(client))
      .map(({ code }) => code),
  };
}

/** Of hosted Claude only what was seen: it has no file that would make it a place. */
function isTold(client: ClientId, target: TargetReport): boolean {
  const verdict = verdictOf(target, client);
  return verdict !== undefined && (client !== 'claude-hosted' || verdict.outcome !== 'unknown');
}

function verdictOf({ verdicts }: TargetReport, client: ClientId): Verdict | undefined {
  return verdicts.find((one) => one.client === client);
}

/** What Claude Desktop starts for an address is mcp-remote. */
function viaRemote(target: TargetReport, client: ClientId): Verdict | undefined {
  return client === 'claude-desktop-stdio' ? verdictOf(target, 'mcp-remote') : undefined;
}

function outcomeOf(verdict: Verdict | undefined): PlaceOutcome {
  if (verdict === undefined)
    return { outcome: 'unknown', from: 'nobody', code: null, why: 'The report does not judge it.' };
  const { outcome, step, cause, client } = verdict;
  const at = outcome === 'blocked' ? ` at ${STEP_WORDS[step]}` : '';
  const code = cause === null ? '' : ` (${cause})`;
  const why = `The report says of ${CLIENT_WORDS[client]}: ${OUTCOME_WORDS[outcome]}${at}${code}.`;
  return { outcome, from: 'report', code: outcome === 'blocked' ? cause : null, why };
}

function machineOf({ machine }: Report, client: ClientId): PlaceMachine {
  const version = machine.installs.find((one) => one.client === client && one.version !== null);
  return {
    ...toldByLines(machine.facts, machine.facts.length > 0),
    system: machine.os,
    clientVersion: version?.version ?? null,
  };
}

function asCode(code: string | null): `F${number}` | null {
  return code !== null && /^F\d+$/.test(code) ? (code as `F${number}`) : null;
}

function timeOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text) || null;
}
