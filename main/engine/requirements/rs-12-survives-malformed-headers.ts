import type { Severity } from '../../contract/words.ts';
import { statusOf } from '../clients/replay/replay.ts';
import type { McpProbeName, McpProbes } from '../model/evidence.ts';
import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { mcpAnswer } from '../probe/mcp-answer.ts';
import { broken } from './parts/broken.ts';
import { ofProbe, PROBE_NEEDS, type Answered } from './parts/of-probe.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-12: an Authorization header without a Bearer token is answered 400 or 401. */
export const requirement = defineRequirement({
  id: 'RS-12',
  level: 'SHOULD',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'A malformed Authorization header is answered 400 or 401.',
  source: 'RFC 6750 §3.1',
  shownBy: ['F38'],
  needs: PROBE_NEEDS,
  check: (given) => {
    const [empty, other] = SENT.map(([name, words]) =>
      ofProbe(given, name, (answered) => judge(answered, words, given.mcpProbes)),
    ) as [RequirementOutcome, RequirementOutcome];
    const isSettled = isBroken(empty) || (empty !== 'met' && !isBroken(other));
    return isSettled ? empty : other;
  },
});

const SENT: readonly (readonly [McpProbeName, string])[] = [
  ['empty token', '“Bearer” without a token'],
  ['other scheme', '“Basic”'],
];

function judge(
  { exchange, status }: Answered,
  words: string,
  probes: McpProbes,
): RequirementOutcome {
  if (status === 400 || status === 401) return 'met';
  // The same wrong refusal of any token is RS-10's.
  const madeUp = probes['made-up token'];
  if (status < 500 && madeUp !== undefined && statusOf(madeUp) === status) return 'not-applicable';
  const [effect, severity] = effectOf(status, mcpAnswer(exchange) === 'result');
  return broken(
    `An Authorization header with ${words} is answered ${status}; it should be 400 or 401. ${effect}`,
    [httpEvidence(exchange, `answered ${status}, expected 400 or 401`)],
    { severity },
  );
}

function effectOf(status: number, isResult: boolean): readonly [string, Severity] {
  if (status < 300 && isResult) return ['It lets the request in without a token.', 'error'];
  return status >= 500
    ? ['The header crashes the server.', 'warning']
    : ['Some clients send such a header from their configuration.', 'advice'];
}

function isBroken(outcome: RequirementOutcome): boolean {
  return typeof outcome === 'object' && 'broken' in outcome;
}
