import { aheadOfTime } from './ahead-of-time.ts';
import { eventStreamEndpoint } from './event-stream-endpoint.ts';
import { mcpEndpoint } from './mcp-endpoint.ts';
import type { Memory } from './memory.ts';
import type { Setup } from './setup.ts';
import { documentRoutes, replyRoutes, type Site } from './site.ts';

/** The MCP server of a pair as a site. */
export function resourceServer(setup: Setup, memory: Memory): Site {
  const endpoint = setup.transport === 'http' ? mcpEndpoint : eventStreamEndpoint;
  const routes = {
    ...endpoint(setup, memory),
    ...documentRoutes(setup.resourceMetadataAt, setup.resourceMetadata),
    ...replyRoutes(setup.mcpReplies),
  };
  return {
    before: setup.mcpBefore,
    routes: aheadOfTime(routes, setup.mcp.clockAheadMs ?? 0),
    elsewhere: setup.mcpElsewhere,
  };
}
