import type { DiscoveryPolicy } from '../../model/client.ts';

/**
 * How hosted Claude discovers, as its documentation and server logs have it: an absolute
 * resource_metadata first, else the path and then the root address. Where none names a server, only
 * the OAuth address of the MCP origin is asked since 2026-01-08. What it does with unusable
 * documents nobody has written down; going on is INFERRED.
 * @see https://claude.com/docs/connectors/building/authentication; clients.md 4.1
 */
export const HOSTED_POLICY: DiscoveryPolicy = {
  namedMetadata: 'only',
  challenge: 'bearer-anywhere',
  documents: 'strict',
  dropsOtherResource: false,
  withoutResourceMetadata: 'origin',
  serverMetadataPlaces: ['oauth', 'oidc', 'oidc-appended'],
  originMetadataPlaces: ['oauth'],
  badResource: 'next',
  badMetadata: 'next',
  serverError: 'next',
  withoutServerMetadata: 'guess-there',
};
