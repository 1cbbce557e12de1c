import type { Exchange } from '../../model/evidence.ts';
import type { Basis, Rule } from '../../model/client.ts';
import { lineOf } from '../replay/stop-requests.ts';

/** How long hosted Claude gives discovery, as third parties quote its documentation (clients.md 4.1). */
export const HOSTED_LIMIT_MS = 10_000;
/** How long Claude Code waits for a connection (MCP_TIMEOUT, https://code.claude.com/docs/en/mcp). */
export const CLAUDE_CODE_LIMIT_MS = 30_000;

/**
 * A client that gives up before the answer is whole.
 * @param limitMs how long it waits for one request
 * @see F13
 */
export function patience(limitMs: number, basis: Basis, source: string): Rule {
  return {
    step: 'reach',
    basis,
    source,
    check: ({ contact, resourceTried, server }) => {
      const attempts = [...resourceTried, ...(server?.attempts ?? [])];
      const asked = [contact, ...attempts.flatMap((one) => one.exchanges)];
      const late = asked.find((one) => isLate(one, limitMs));
      if (!late) return null;
      const seconds = Math.round(late.durationMs / 1000);
      const why = `${late.request.url} has not answered whole after ${seconds} seconds; this client waits ${limitMs / 1000}.`;
      return { outcome: 'blocked', cause: 'F13', why, stopsAt: lineOf(late.request) };
    },
  };
}

function isLate({ outcome, durationMs }: Exchange, limitMs: number): boolean {
  const isCancelled = outcome.kind === 'failure' && outcome.failure === 'cancelled';
  return !isCancelled && durationMs >= limitMs;
}
