import type { DiscoveryPolicy } from '../../model/client.ts';

/**
 * How hosted Claude discovers, as its documentation and server logs have it: an absolute
 * resource_metadata first, else the path and then the root address.
 * @see https://claude.com/docs/connectors/building/authentication; clients.md 4.1
 */
export const HOSTED_POLICY: DiscoveryPolicy = {
  namedMetadata: 'only',
  challenge: 'bearer-anywhere',
  withoutResourceMetadata: 'origin',
  serverMetadataPlaces: ['oauth', 'oidc', 'oidc-appended'],
  badMetadata: 'next',
};
