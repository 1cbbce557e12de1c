import { serverMetadataDefect } from '../../clients/replay/server-metadata.ts';
import type { AuthorizationServerEvidence, DocumentAttempt } from '../../model/evidence.ts';

/** The first good metadata document of a server, at an address where clients look. */
export function serverDocument(server: AuthorizationServerEvidence | null): DocumentAttempt | null {
  const good = server?.attempts.find(
    (one) =>
      one.place !== 'oauth-path' &&
      one.json !== null &&
      serverMetadataDefect(one.json, one.place) === null,
  );
  return good ?? null;
}
