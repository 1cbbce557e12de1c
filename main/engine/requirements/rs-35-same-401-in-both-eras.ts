import { contactOf, statusOf } from '../clients/replay/replay.ts';
import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { eraDifference } from '../probe/era-difference.ts';
import { saysNothing } from '../probe/says-nothing.ts';
import { broken } from './parts/broken.ts';

/** RS-35: the token is asked for before the protocol version is looked at. */
export const requirement = defineRequirement({
  id: 'RS-35',
  level: 'INFERRED',
  revisions: ['2026-07-28'],
  phase: 'p0',
  step: 'challenge',
  title: 'Requests of older and newer revisions are answered by the same 401.',
  source: 'MCP transports 2026-07-28, Server Validation',
  shownBy: ['F21'],
  needs: ['first'],
  check: ({ first }) => {
    const { legacy, modern } = first;
    if (contactOf(first) !== legacy) return 'not-applicable';
    const notSeen = saysNothing(legacy) ?? saysNothing(modern);
    if (notSeen !== null) return { notSeen };
    const odd = eraDifference(first);
    // Where neither is a 401, RS-01 says so.
    if (odd === null) return statusOf(legacy) === 401 ? 'met' : 'not-applicable';
    return broken(
      `The 401 depends on the protocol version: ${odd.purpose} requests get ${statusOf(odd)} instead.`,
      [legacy, modern].map((one) => httpEvidence(one, `${one.purpose}: ${statusOf(one)}`)),
      { severity: 'warning' },
    );
  },
});
