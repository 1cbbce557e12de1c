import type { Verdict } from '../../contract/report.ts';
import { STEPS, type Confidence, type Step } from '../../contract/words.ts';
import { replayDiscovery, type Replay } from '../clients/replay/replay.ts';
import { seenSoFar, type SeenSoFar } from '../clients/sign-in/seen-so-far.ts';
import type { Basis, Client, Rule, RuleHit } from '../model/client.ts';
import type { TargetEvidence } from '../model/evidence.ts';
import { withOwnLog } from './own-log-verdict.ts';
import { stopOf } from './stop-of.ts';
import { withSwitchedOff } from './switched-off.ts';

/** How sure a verdict is, by how its rule is known. Only what was seen with the client is certain. */
const CONFIDENCE: Record<Basis, Confidence> = {
  observed: 'certain',
  documented: 'likely',
  inferred: 'possible',
};

export interface ClientJudgement {
  readonly verdict: Verdict;
  /** Every code that stops this client or puts it at risk, also behind the first one. */
  readonly causes: readonly string[];
}

/**
 * The verdict of one client on one server: the first rule that stops it; without one the first
 * that puts it at risk; without that, it works as far as was seen.
 * @param client its rules and policy
 * @param evidence what was gathered
 * @returns the verdict, `unknown` where nothing was gathered to judge, and all causes it met
 */
export function judgeClient(client: Client, evidence: TargetEvidence): ClientJudgement {
  const base = { client: client.id, version: client.version };
  const replay = replayDiscovery(evidence, client.policy);
  if (replay === null) {
    const judged = fromMachine(nothingSeen(), client, evidence);
    return { verdict: { ...base, ...judged }, causes: causesOf(judged) };
  }
  const hits = client.rules
    .filter((rule) => applies(rule, replay))
    .flatMap((rule) => withRule(rule, replay));
  const decisive = hits.find(({ hit }) => hit.outcome !== 'at-risk') ?? hits[0];
  const ruled = decisive ? fromHit(decisive, client, replay) : passing(client, replay);
  const judged = fromMachine(ruled, client, evidence);
  const causes = hits.flatMap(({ hit }) => (hit.cause === null ? [] : [hit.cause]));
  return {
    verdict: { ...base, ...judged },
    causes: [...new Set([...causes, ...causesOf(judged)])],
  };
}

type Judged = Omit<Verdict, 'client' | 'version'>;

/** What lies on the machine comes before what the server says. */
function fromMachine(judged: Judged, client: Client, evidence: TargetEvidence): Judged {
  return withSwitchedOff(withOwnLog(judged, client, evidence), client, evidence);
}

function causesOf({ cause }: Judged): readonly string[] {
  return cause === null ? [] : [cause];
}

/** Behind the challenge nothing matters where there was no answer or no sign-in is asked for. */
function applies(rule: Rule, replay: Replay): boolean {
  const isBehind = STEPS.indexOf(rule.step) > STEPS.indexOf('challenge');
  return !isBehind || (replay.status !== null && !replay.isOpen);
}

function withRule(rule: Rule, replay: Replay): Hit[] {
  const hit = rule.check(replay);
  return hit === null ? [] : [{ rule, hit }];
}

interface Hit {
  readonly rule: Rule;
  readonly hit: RuleHit;
}

function fromHit({ rule, hit }: Hit, client: Client, replay: Replay): Judged {
  const confidence = CONFIDENCE[rule.basis];
  const { outcome, cause, why } = hit;
  // What puts a client at risk does not stop it: the way goes on as far as it was seen.
  const goesOn = seenSoFar(client.id, replay.evidence.signIn)?.step ?? 'registration';
  const step: Step = outcome === 'at-risk' ? goesOn : rule.step;
  if (outcome !== 'blocked') return { outcome, step, cause, confidence, why, ...NO_STOP };
  const stopsAt = hit.stopsAt ?? stopOf(rule.step, replay);
  const known = client.sees[cause ?? ''] ?? client.sees.otherwise;
  const sees = hit.sees === undefined ? known : hit.sees;
  return { outcome, step, cause, confidence, why, stopsAt, sees };
}

const NO_STOP = { stopsAt: null, sees: null } as const;

function passing(client: Client, replay: Replay): Judged {
  const { step, why } = passed(client, replay);
  return { outcome: 'works', step, cause: null, confidence: 'likely', why, ...NO_STOP };
}

/** How far it was seen that nothing stops it, and what that leaves open. */
function passed(client: Client, replay: Replay): SeenSoFar {
  if (replay.isOpen) return { step: 'challenge', why: 'The server asks for no sign-in.' };
  const seen = seenSoFar(client.id, replay.evidence.signIn);
  if (seen === null) return { step: 'registration', why: client.caveat };
  // What nobody can see from here stays true whatever a sign-in shows.
  const [, ...others] = client.caveat.split(/(?<=\.) /);
  return { step: seen.step, why: [seen.why, ...others].join(' ') };
}

function nothingSeen(): Judged {
  const why = 'The server was not asked.';
  return {
    outcome: 'unknown',
    step: 'reach',
    cause: null,
    confidence: 'possible',
    why,
    ...NO_STOP,
  };
}
