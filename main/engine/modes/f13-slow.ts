import { contactOf } from '../clients/replay/replay.ts';
import { HOSTED_LIMIT_MS } from '../clients/rules/patience.ts';
import type { Evidence } from '../../contract/report.ts';
import type { Exchange } from '../model/evidence.ts';
import { defineTargetMode, type Occurrence } from '../model/mode.ts';
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
    const evidence = slow.slice(0, SHOWN).flatMap(slowEvidence);
    return [slow.some(isTooSlow) ? { evidence } : { ...CLOSE, evidence }];
  },
});

/** At most this many slow requests are shown as evidence. */
const SHOWN = 3;

/** From here on an answer is close to the limit; a cold start or a busy hour takes it over. */
const CLOSE_MS = 5_000;
const CLOSE: Pick<Occurrence, 'title' | 'explanation' | 'severity'> = {
  title: 'Your server is slow to answer',
  explanation:
    'A request of discovery takes five seconds or longer. Hosted Claude gives up at about ten and says that it could not reach the server, so a cold start or a busy hour is enough to break it.',
  severity: 'warning',
};

function isSlow(exchange: Exchange): boolean {
  const { outcome, durationMs } = exchange;
  return isTooSlow(exchange) || (outcome.kind === 'response' && durationMs >= CLOSE_MS);
}

/** A host to which no connection comes about is out of reach, not slow: F14's, or F15's. */
function isTooSlow({ outcome, durationMs }: Exchange): boolean {
  if (outcome.kind === 'response') return durationMs >= HOSTED_LIMIT_MS;
  return outcome.failure === 'timeout' && outcome.code !== 'CONNECT_TIMEOUT';
}

function slowEvidence(exchange: Exchange): Evidence[] {
  const what = `${exchange.request.method} ${exchange.request.url}`;
  const note =
    exchange.outcome.kind === 'failure' ? exchange.outcome.message : 'the answer took too long';
  const ms = Math.round(exchange.durationMs);
  return [{ kind: 'timing', what, ms, limitMs: HOSTED_LIMIT_MS }, httpEvidence(exchange, note)];
}
