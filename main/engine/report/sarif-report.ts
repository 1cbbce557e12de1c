import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding, Report } from '../../contract/report.ts';
import { SEVERITIES } from '../../contract/words.ts';
import type { Mode } from '../model/mode.ts';
import { visible } from '../redact/visible.ts';
import { findingIdentity } from './finding-identity.ts';
import { findingsInOrder, type PlacedFinding } from './findings-in-order.ts';
import { sarifLocation } from './sarif-location.ts';
import { LEVELS, sarifRules, type SarifRule } from './sarif-rules.ts';

export interface SarifOptions {
  readonly modes: readonly Mode[];
  /** Findings that a baseline has as well; null where none was given. */
  readonly known: ReadonlySet<Finding> | null;
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const HOME_PAGE = 'https://www.npmjs.com/package/unblank';

/** GitHub shows no more results of a run, and refuses five times as many. */
const RESULT_LIMIT = 5000;
/** Enough for any text of ours; a server could send more. */
const MESSAGE_LIMIT = 8000;

/**
 * The report as SARIF 2.1.0 that GitHub code scanning takes: every result has one physical location,
 * a fingerprint that survives edits, and a rule with help.
 * Source: docs.github.com, “SARIF support for code scanning”; OASIS SARIF 2.1.0 §3.
 * @param report with its paths made local (local-report.ts)
 */
export function sarifReport(report: Report, options: SarifOptions): object {
  const all = findingsInOrder(report);
  const shown = mostSevere(all);
  const rules = sarifRules(options.modes, all);
  const seen = new Map<string, number>();
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...driverOf(report), rules } },
        automationDetails: { id: 'unblank/' },
        columnKind: 'utf16CodeUnits',
        invocations: [invocationOf(report, all.length - shown.length)],
        results: shown.map((one) => resultOf(one, rules, seen, options.known)),
      },
    ],
  };
}

function driverOf({ tool }: Report) {
  const { name, version } = tool;
  return { name, version, semanticVersion: version, informationUri: HOME_PAGE };
}

/** In their order; where there are too many, the least severe are left out. */
function mostSevere(all: readonly PlacedFinding[]): readonly PlacedFinding[] {
  if (all.length <= RESULT_LIMIT) return all;
  const rank = ({ finding }: PlacedFinding) => SEVERITIES.indexOf(finding.severity);
  return all.toSorted((one, two) => rank(one) - rank(two)).slice(0, RESULT_LIMIT);
}

function invocationOf(report: Report, left: number) {
  const cut = left === 0 ? [] : [`${left} less severe findings are left out.`];
  const unseen = report.notExamined.map(({ what, why }) => `Not examined: ${what}: ${why}`);
  const notes = [...cut, ...unseen].map((text) => ({
    level: report.complete ? 'note' : 'warning',
    message: { text: plain(text) },
  }));
  return {
    executionSuccessful: report.complete,
    startTimeUtc: report.startedAt,
    ...(notes.length === 0 ? {} : { toolExecutionNotifications: notes }),
  };
}

function resultOf(
  placed: PlacedFinding,
  rules: readonly SarifRule[],
  seen: Map<string, number>,
  known: ReadonlySet<Finding> | null,
) {
  const { finding } = placed;
  return {
    ruleId: finding.code,
    ruleIndex: rules.findIndex(({ id }) => id === finding.code),
    kind: 'fail',
    level: LEVELS[finding.severity],
    message: { text: plain(messageOf(finding)) },
    locations: [sarifLocation(placed)],
    partialFingerprints: fingerprintsOf(placed, seen),
    ...(known === null ? {} : { baselineState: known.has(finding) ? 'unchanged' : 'new' }),
    properties: { clients: finding.clients, confidence: finding.confidence, step: finding.step },
  };
}

/** GitHub shows the first sentence where there is little room. */
function messageOf({ title, explanation, whatToDo }: Finding): string {
  return [/[.?!]$/.test(title) ? title : `${title}.`, explanation, whatToDo].join('\n\n');
}

/** Square brackets would be links (§3.11.6), and a server may have written them. */
// SECURITY: H13
function plain(text: string): string {
  return visible(text.slice(0, MESSAGE_LIMIT), '\n').replace(/[[\]\\]/g, '\\$&');
}

/** GitHub compares `primaryLocationLineHash` and nothing else. */
function fingerprintsOf(placed: PlacedFinding, seen: Map<string, number>) {
  const identity = findingIdentity(placed);
  const count = (seen.get(identity) ?? 0) + 1;
  seen.set(identity, count);
  const hash = bytesToHex(sha256(utf8ToBytes(identity)));
  return {
    primaryLocationLineHash: `${hash.slice(0, 16)}:${count}`,
    'unblankFinding/v1': `${hash}:${count}`,
  };
}
