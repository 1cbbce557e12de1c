import { contactOf } from '../clients/replay/replay.ts';
import { HOSTED_LIMIT_MS } from '../clients/rules/patience.ts';
import type { Evidence } from '../../contract/report.ts';
import type { Exchange } from '../model/evidence.ts';
import { defineTargetMode } from '../model/mode.ts';
import { httpEvidence } from './evidence/http-evidence.ts';

/** F13: an answer that comes too late or never ends. */
export const mode = defineTargetMode({
  code: 'F13',
  title: 'Your server takes too long to answer',
  explanation:
    'A request of discovery takes ten seconds or longer, or its answer never ends. Hosted Claude gives up at about that time and says that it could not reach the server; Claude Code waits thirty seconds and tries again.',
  whatToDo:
    'Look for a cold start, a lock, or a stream that is opened where a plain answer is due. The 401 needs no session and no database: answer it first.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'certain',
  clients: ['claude-hosted', 'claude-code', 'mcp-remote'],
  requirements: ['TK-32'],
  references: ['https://claude.com/docs/connectors/building/troubleshooting'],
  needs: ['first', 'resourceMetadata', 'authorizationServers'],
  judge: ({ first, resourceMetadata, authorizationServers }) => {
    const documents = [...resourceMetadata, ...authorizationServers.flatMap((one) => one.attempts)];
    const asked = [contactOf(first), ...documents.flatMap((one) => one.exchanges)];
    const slow = [...new Set(asked)].filter(isSlow);
    if (slow.length === 0) return [];
    return [{ evidence: slow.slice(0, SHOWN).flatMap(slowEvidence) }];
  },
});

/** At most this many slow requests are shown as evidence. */
const SHOWN = 3;

function isSlow({ outcome, durationMs }: Exchange): boolean {
  const isLate = outcome.kind === 'response' && durationMs >= HOSTED_LIMIT_MS;
  return isLate || (outcome.kind === 'failure' && outcome.failure === 'timeout');
}

function slowEvidence(exchange: Exchange): Evidence[] {
  const what = `${exchange.request.method} ${exchange.request.url}`;
  const note =
    exchange.outcome.kind === 'failure' ? exchange.outcome.message : 'the answer took too long';
  const ms = Math.round(exchange.durationMs);
  return [{ kind: 'timing', what, ms, limitMs: HOSTED_LIMIT_MS }, httpEvidence(exchange, note)];
}
