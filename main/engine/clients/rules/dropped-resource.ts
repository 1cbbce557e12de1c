import type { Basis, Rule } from '../../model/client.ts';
import { isUsableFor, isUsableResourceMetadata } from '../replay/resource-metadata.ts';
import { resourceProblem } from '../replay/resource-problem.ts';
import { atMcpOrigin } from '../replay/stop-requests.ts';

/**
 * VS Code drops resource metadata whose `resource` is not exactly the URL, says so in its log and
 * goes on at the MCP origin, which only works where that is the authorization server.
 * @see VS Code, src/vs/base/common/oauth.ts, fetchResourceMetadata; python-sdk#1264; F26
 */
export function droppedResource(basis: Basis, source: string): Rule {
  return {
    step: 'resource-metadata',
    basis,
    source,
    check: (replay) => {
      if (replay.resource !== null || replay.metadata !== null) return null;
      const dropped = replay.resourceTried.find((one) => isUsableFor('loose', one));
      if (dropped === undefined) return null;
      const why = `The metadata is for ${dropped.json?.resource as string}, and VS Code wants exactly ${replay.url}. It drops the document and goes on at the server’s own origin.`;
      const stopsAt = atMcpOrigin(replay, 'register');
      // Where other clients drop the document as well, that is the fault.
      const isOnlyExact = isUsableResourceMetadata(dropped);
      const cause = isOnlyExact ? 'F26' : resourceProblem(replay.resourceTried);
      return { outcome: 'blocked', cause, why, stopsAt };
    },
  };
}
