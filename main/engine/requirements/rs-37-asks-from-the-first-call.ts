import { defineRequirement } from '../model/requirement.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';
import { contactOf } from '../clients/replay/replay.ts';
import { isOpenServer } from '../probe/mcp-answer.ts';
import { broken } from './parts/broken.ts';
import { ofAnyProbe, PROBE_NEEDS } from './parts/of-probe.ts';
import { A_TO_D } from './parts/revisions.ts';

/** RS-37: the token is asked for at the first request, or never. */
export const requirement = defineRequirement({
  id: 'RS-37',
  level: 'INFERRED',
  revisions: A_TO_D,
  phase: 'p0',
  step: 'challenge',
  title: 'Either the first request asks for a token, or none does.',
  source: 'MCP TypeScript SDK, run against a server with lazy sign-in',
  shownBy: ['F36'],
  needs: PROBE_NEEDS,
  check: (given) => {
    const contact = contactOf(given.first);
    if (contact !== given.first.legacy || !isOpenServer(contact)) return 'not-applicable';
    return ofAnyProbe(given, 'tools list', ({ exchange, status }) => {
      if (isOpenServer(exchange)) return 'met';
      if (status !== 401)
        return { notSeen: 'A call inside a session would tell: without one it is not answered.' };
      return broken(
        'Only some calls need a token: initialize is answered, tools/list gets 401. That is allowed, but TypeScript clients then open two browser windows (seen).',
        [
          httpEvidence(contact, 'initialize is answered without a token'),
          httpEvidence(exchange, 'tools/list is answered 401'),
        ],
        { severity: 'warning' },
      );
    });
  },
});
