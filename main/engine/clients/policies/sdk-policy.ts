import type { DiscoveryPolicy } from '../../model/client.ts';

/**
 * How the MCP TypeScript SDKs discover, and every client built on them.
 * @see reference-clients 2.1 steps 2 to 5 (OBSERVED with sdk 1.32.2 and client 2.4.0)
 */
export const SDK_POLICY: DiscoveryPolicy = {
  namedMetadata: 'only',
  challenge: 'bearer-first',
  withoutResourceMetadata: 'origin',
  serverMetadataPlaces: ['oauth', 'oidc', 'oidc-appended'],
  badMetadata: 'stop',
};
