import { defineRequirement, type RequirementOutcome } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { mcpAnswer } from '../probe/mcp-answer.ts';
import { broken } from './parts/broken.ts';
import { ofProbe, PROBE_NEEDS, type Answered } from './parts/of-probe.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-10: a token that nobody issued is answered 401. */
export const requirement = defineRequirement({
  id: 'RS-10',
  level: 'MUST',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'A made-up token is answered 401.',
  source: 'MCP authorization, Token Handling',
  shownBy: ['F38'],
  needs: PROBE_NEEDS,
  check: (given) => ofProbe(given, 'made-up token', judge),
});

function judge({ exchange, status }: Answered): RequirementOutcome {
  if (status === 401) return 'met';
  const evidence = [httpEvidence(exchange, `answered ${status}, expected 401`)];
  const text = `A made-up token was answered ${status}; it must be 401.`;
  if (status >= 500) return broken(`${text} ${CRASH}`, evidence, { severity: 'advice' });
  const accepts = status < 300 && mcpAnswer(exchange) === 'result';
  return broken(accepts ? `${text} Your server accepts any token.` : text, evidence);
}

/**
 * Advice: what makes a verifier fall over here may be the form of our token, so that it says little
 * of one that has expired. The example of the TypeScript SDK 1.32.2 does it (OBSERVED).
 */
const CRASH =
  'The token is not let in, but a client whose token the server no longer knows may see the same, and take the server for broken instead of signing in again.';
