import type { FirstContact, ServerEntry } from '../../model/evidence.ts';
import { speaksOnlyEventStream, statusOf } from './replay.ts';

export type SpokenTransport = 'http' | 'sse';

/**
 * The one transport that a server speaks, where its first answers tell that it speaks only one.
 * @returns null where it speaks both, or a 401 stands before either answer
 * @see F113, F114
 */
export function onlyTransportOf(first: FirstContact): SpokenTransport | null {
  if (speaksOnlyEventStream(first) && isUnknown(statusOf(first.modern))) return 'sse';
  const hasNoStream = [404, 405, 406].includes(statusOf(first.stream) ?? 0);
  return hasNoStream && answersPost(first) ? 'http' : null;
}

/**
 * Does an entry hold its client to a transport? mcp-remote falls back by itself unless its strategy
 * says "only". Claude Code's type holds it; that 2.1.330 tries the stream all the same where POST is
 * unknown is a mercy of that version (configured-transport).
 */
export function insistsOn(entry: ServerEntry, transport: SpokenTransport): boolean {
  if (entry.viaMcpRemote) return entry.declaredType === `${transport}-only`;
  return entry.client === 'claude-code' && entry.transport === transport;
}

function isUnknown(status: number | null): boolean {
  return status === 404 || status === 405;
}

function answersPost({ legacy, modern }: FirstContact): boolean {
  return [legacy, modern].some((exchange) => [200, 401].includes(statusOf(exchange) ?? 0));
}
