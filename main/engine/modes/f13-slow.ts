import { contactOf } from '../clients/replay/replay.ts';
import { defineTargetMode } from '../model/mode.ts';
import { httpEvidence } from './evidence/http-evidence.ts';

/** Hosted Claude gives discovery this long, as third parties quote its documentation. */
const LIMIT_MS = 10_000;

/** F13: an answer that comes too late or never ends. */
export const mode = defineTargetMode({
  code: 'F13',
  title: 'Your server takes too long to answer',
  explanation:
    'The first request gets no answer in ten seconds. Hosted Claude gives up at about that time and says that it could not reach the server; Claude Code waits thirty seconds and tries again.',
  whatToDo:
    'Look for a cold start, a lock, or a stream that is opened where a plain answer is due. The 401 needs no session and no database: answer it first.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['TK-32'],
  references: ['https://claude.com/docs/connectors/building/troubleshooting'],
  needs: ['first'],
  judge: ({ first }) => {
    const exchange = contactOf(first);
    const { outcome } = exchange;
    if (outcome.kind !== 'failure' || outcome.failure !== 'timeout') return [];
    return [
      {
        title: 'The first request gets no answer in time',
        evidence: [
          {
            kind: 'timing',
            what: 'first request',
            ms: Math.round(exchange.durationMs),
            limitMs: LIMIT_MS,
          },
          httpEvidence(exchange, outcome.message),
        ],
      },
    ];
  },
});
