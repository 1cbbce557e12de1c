import { defineRequirement } from '../model/requirement.ts';
import { statusOf } from '../clients/replay/replay.ts';
import { httpEvidence } from '../modes/evidence/http-evidence.ts';

/** RS-10: a token that nobody issued is answered 401. */
export const requirement = defineRequirement({
  id: 'RS-10',
  level: 'MUST',
  revisions: ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'],
  phase: 'p0',
  step: 'challenge',
  title: 'A made-up token is answered 401.',
  source: 'MCP authorization, Token Handling',
  shownBy: ['F38'],
  needs: ['mcpProbes'],
  check: ({ mcpProbes }) => {
    const exchange = mcpProbes['made-up token'];
    const status = exchange === undefined ? null : statusOf(exchange);
    if (exchange === undefined || status === null) return { notSeen: 'It was not answered.' };
    if (status === 401) return 'met';
    const accepts = status < 300 ? ' Your server accepts any token.' : '';
    return {
      broken: {
        text: `A made-up token was answered ${status}; it must be 401.${accepts}`,
        evidence: [httpEvidence(exchange, `answered ${status}, expected 401`)],
      },
    };
  },
});
