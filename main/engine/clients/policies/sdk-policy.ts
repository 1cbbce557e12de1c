import type { DiscoveryPolicy } from '../../model/client.ts';

/**
 * How the MCP TypeScript SDK 2 discovers, and every client built on it.
 * @see reference-clients 2.1 steps 2 to 5 (OBSERVED with client 2.4.0)
 */
export const SDK_POLICY: DiscoveryPolicy = {
  namedMetadata: 'only',
  challenge: 'bearer-first',
  documents: 'strict',
  dropsOtherResource: false,
  withoutResourceMetadata: 'origin',
  serverMetadataPlaces: ['oauth', 'oidc', 'oidc-appended'],
  originMetadataPlaces: ['oauth', 'oidc'],
  badResource: 'stop',
  badMetadata: 'stop',
  serverError: 'stop-but-502',
  withoutServerMetadata: 'guess-there',
};

/** Generation 1 differs in one thing: 502 stops it like any other 5xx (sdk 1.32.2). */
export const SDK_1_POLICY: DiscoveryPolicy = { ...SDK_POLICY, serverError: 'stop' };
