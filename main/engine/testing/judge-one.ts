import type { Finding, Verdict } from '../../contract/report.ts';
import { SDK_POLICY } from '../clients/policies/sdk-policy.ts';
import { replayDiscovery } from '../clients/replay/replay.ts';
import type { Client, DiscoveryPolicy, Rule, RuleHit } from '../model/client.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import type { Mode } from '../model/mode.ts';
import { MODES } from '../modes/index.generated.ts';
import { REQUIREMENTS } from '../requirements/index.generated.ts';
import { toFindings } from '../run/findings.ts';
import { judgeClient } from '../run/judge-client.ts';
import { judgeTargetModes } from '../run/judge-modes.ts';
import { judgeRequirements } from '../run/judge-requirements.ts';
import { withRequirements } from '../run/requirement-findings.ts';

/** Longest title, in words (voice-and-look). */
const TITLE_WORDS = 9;

/**
 * What one mode finds, as a report shows it. Every title that a test meets is held to nine words.
 * @throws where the mode could not judge or says that it cannot see
 */
export function findingsOf(mode: Mode, evidence: TargetEvidence): readonly Finding[] {
  const { found, notExamined } = judgeTargetModes([mode], evidence);
  if (notExamined[0] !== undefined) throw new Error(notExamined[0].why);
  const findings = toFindings(found, []);
  const long = findings.find(({ title }) => title.split(/\s+/).length > TITLE_WORDS);
  if (long) throw new Error(`more than nine words: ${long.title}`);
  return findings;
}

/** The one thing that a mode finds. @throws where it finds another number */
export function onlyFinding(mode: Mode, evidence: TargetEvidence): Finding {
  const findings = findingsOf(mode, evidence);
  if (findings.length !== 1) throw new Error(`${mode.code} found ${findings.length} times`);
  return findings[0]!;
}

/** The codes of all modes that find something, in the order of the way. */
export function codesOn(evidence: TargetEvidence): readonly string[] {
  return toFindings(judgeTargetModes(MODES, evidence).found, []).map(({ code }) => code);
}

/** Every finding as a report shows it: of all modes, also those that are only their requirements. */
export function allFindingsOn(evidence: TargetEvidence): readonly Finding[] {
  const { broken } = judgeRequirements(REQUIREMENTS, evidence);
  const judged = judgeTargetModes(MODES, evidence).found;
  return toFindings(withRequirements(judged, MODES, broken), [], broken);
}

/** Their codes, in the order of the way. */
export function allCodesOn(evidence: TargetEvidence): readonly string[] {
  return allFindingsOn(evidence).map(({ code }) => code);
}

/** Why a mode cannot see its fault here, or null where it judged. */
export function notSeenBy(mode: Mode, evidence: TargetEvidence): string | null {
  return judgeTargetModes([mode], evidence).notExamined[0]?.why ?? null;
}

/** The verdict of one client. */
export function verdictOf(client: Client, evidence: TargetEvidence): Verdict {
  return judgeClient(client, evidence).verdict;
}

/**
 * What a client does with a server, as a row of a reference table has it: `ok*` is at risk, a code
 * is the cause that stops it.
 */
export type ReferenceOutcome = 'ok' | 'ok*' | 'not seen' | `F${number}` | null;

/** A fault, and what Claude Code and mcp-remote did with it; the latter where it differs. */
export type ReferenceRow = readonly [
  fault: string,
  evidence: TargetEvidence,
  both: ReferenceOutcome,
  mcpRemote?: ReferenceOutcome,
];

/** Rows of a reference table as cases for `test.each`. */
export function casesOf(rows: readonly ReferenceRow[]) {
  return rows.map(([fault, evidence, both, remote = both]) => ({ fault, evidence, both, remote }));
}

/** The verdict of one client in the words of a reference table. */
export function outcomeOf(client: Client, evidence: TargetEvidence): ReferenceOutcome {
  const { outcome, cause } = verdictOf(client, evidence);
  if (outcome === 'blocked') return cause as `F${number}` | null;
  return outcome === 'works' ? 'ok' : outcome === 'at-risk' ? 'ok*' : 'not seen';
}

/** What one rule says of a server. @param policy how its client walks discovery */
export function hitOf(
  rule: Rule,
  evidence: TargetEvidence,
  policy: DiscoveryPolicy = SDK_POLICY,
): RuleHit | null {
  const replay = replayDiscovery(evidence, policy);
  if (replay === null) throw new Error('nothing to replay');
  return rule.check(replay);
}
