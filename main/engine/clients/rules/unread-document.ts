import type { DocumentAttempt } from '../../model/evidence.ts';
import type { Rule, RuleHit } from '../../model/client.ts';
import type { Replay } from '../replay/replay.ts';

/**
 * A document that is larger than we read: what the client makes of it is not seen from here.
 * mcp-remote 0.15.1 read 10 MB without complaint (run on 2026-11-23); others are not known.
 * @see safety D20; F24, F28
 */
export function unreadDocument(): Rule {
  return {
    step: 'resource-metadata',
    basis: 'inferred',
    source: 'our own limit of 256 KB',
    check: (replay) => unread(replay.resource, replay.resourceTried, 'F24') ?? unreadServer(replay),
  };
}

function unreadServer({ metadata, server }: Replay): RuleHit | null {
  return unread(metadata, server?.attempts ?? [], 'F28');
}

function unread(
  taken: DocumentAttempt | null,
  tried: readonly DocumentAttempt[],
  cause: string,
): RuleHit | null {
  const large = tried.find((one) => one.problem?.kind === 'too-large');
  if (taken !== null || large === undefined) return null;
  const why = `${large.url} answers with more than 256 KB, or without end. Unblank reads no more, so it cannot tell what this client does.`;
  return { outcome: 'unknown', cause, why };
}
