import { REPORT_SCHEMA_ID } from '../../contract/report-id.ts';
import type { Finding, Report, SignInReport, TargetReport } from '../../contract/report.ts';
import type { SignInOutcome } from '../../contract/words.ts';
import { headlineOf } from '../handshake/trace/headline-of.ts';
import { ownRounds } from '../handshake/trace/own-rounds.ts';
import { toSequence } from '../handshake/trace/to-sequence.ts';
import type { MachineEvidence, NotExamined } from '../model/evidence.ts';
import type { Rules } from '../model/rules.ts';
import type { SignInEnd, SignInEvidence } from '../model/sign-in-evidence.ts';
import { redactReport } from '../redact/report.ts';
import { withOffers } from '../repair/plan/with-offers.ts';
import { NO_FACTS } from '../model/machine-facts.ts';
import { NO_STORES } from '../model/store-evidence.ts';
import { clientWalk } from './client-walk.ts';
import { mergeUnseen } from './merge-unseen.ts';
import { reportTarget } from './report-target.ts';
import type { TraceFile } from './trace-file.ts';

/**
 * The report of a traced sign-in. Pure: the same file and rules give the same verdicts, whenever and
 * wherever it is judged.
 */
export function reportTrace(file: TraceFile, rules: Rules): Report {
  const { evidence, exchanges, notExamined, target } = file;
  const planned = { ...target, url: evidence.url, entries: evidence.entries };
  const gathered = { evidence, exchanges, notExamined, whole: file.complete };
  const judged = { ...rules, clients: clientsOf(file, rules) };
  const result = reportTarget(planned, gathered, NOTHING_LOCAL, judged, null);
  const report: Report = {
    schema: REPORT_SCHEMA_ID,
    tool: { ...file.tool },
    startedAt: file.startedAt,
    durationMs: Math.round(file.durationMs),
    complete: file.complete,
    targets: [
      { ...result.report, signIn: signInReport(file, judged.clients, firstToMend(result.report)) },
    ],
    machine: { os: file.os, installs: [], configs: [], logs: [], facts: [], findings: [] },
    notExamined: [...mergeUnseen([ONLY_A_SIGN_IN, ...result.notExamined])],
  };
  return redactReport(withOffers(report, machineOf(file), rules.fixes));
}

/** A machine of which nothing is known: a trace offers what can be done at the server. */
function machineOf({ os }: TraceFile): MachineEvidence {
  const nothing = { proxies: [], installs: [], configs: [], settings: [], logs: [] };
  return { os, ...nothing, stores: NO_STORES, facts: NO_FACTS };
}

/** What lies on the machine is no part of a trace, so that a saved one can be given to others. */
const NOTHING_LOCAL = { found: [], notExamined: [] } as const;
const ONLY_A_SIGN_IN: NotExamined = {
  what: 'The configuration of this machine',
  why: 'A trace looks at one server and one sign-in; `unblank check` looks at the machine as well.',
};

/** The same versions of the same clients; one that is not known any more by its newest rules. */
function clientsOf({ clients }: TraceFile, rules: Rules): Rules['clients'] {
  return clients.flatMap(({ id, version }) => {
    const known = rules.clients.filter((one) => one.id === id);
    return known.find((one) => one.version === version) ?? known.find((one) => one.isNewest) ?? [];
  });
}

const OUTCOMES: Readonly<Record<SignInEnd, SignInOutcome>> = {
  'signed in': 'signed-in',
  'never started': 'never-started',
  blank: 'blank',
  loop: 'loop',
  failed: 'failed',
  unfinished: 'unfinished',
};

/** @returns the outcome of a sign-in in the words of the report */
export function outcomeOf(end: SignInEnd): SignInOutcome {
  return OUTCOMES[end];
}

/** The finding that is the cause, for the words at the head. */
function firstToMend({ findings, rootCause }: TargetReport): Finding | null {
  return findings.find((one) => one.code === rootCause) ?? null;
}

function signInReport(
  { evidence, exchanges, tokensAfter }: TraceFile,
  clients: Rules['clients'],
  cause: Finding | null,
): SignInReport | null {
  const { signIn } = evidence;
  if (signIn?.trace == null) return null;
  const client = clients.find(({ id }) => id === signIn.as);
  const walk = client === undefined ? exchanges : clientWalk(evidence, client, exchanges);
  return {
    as: signIn.as,
    way: signIn.trace.way,
    outcome: outcomeOf(signIn.trace.end),
    ...headlineOf(signIn, cause),
    rounds: ownRounds(signIn.trace.rounds).filter((one) => one.authorizeUrl !== null).length,
    messages: [...toSequence(signIn, walk)],
    token: tokenReport(signIn),
    tokensAfter: [...tokensAfter],
  };
}

function tokenReport({ trace }: SignInEvidence): SignInReport['token'] {
  const facts = ownRounds(trace?.rounds ?? []).at(-1)?.tokens ?? null;
  if (facts === null) return null;
  const { form, claims, scope, expiresIn, hasRefresh } = facts;
  return {
    form,
    audience: spoken(claims?.aud),
    issuer: spoken(claims?.iss),
    scope,
    expiresIn,
    refreshable: hasRefresh,
  };
}

/** A claim as text; a list with commas. */
function spoken(claim: unknown): string | null {
  const all: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  const texts = all.filter((one) => typeof one === 'string');
  return texts.length === 0 ? null : texts.join(', ');
}
