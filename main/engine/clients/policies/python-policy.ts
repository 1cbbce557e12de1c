import type { DiscoveryPolicy } from '../../model/client.ts';

/**
 * How the MCP Python SDK discovers: it tries every address of the resource metadata whatever the
 * one before answered, and without server metadata it goes to the MCP origin.
 * @see reference-clients 2.2 (OBSERVED with mcp 2.3.0)
 */
export const PYTHON_POLICY: DiscoveryPolicy = {
  namedMetadata: 'first',
  challenge: 'bearer-anywhere',
  documents: 'nulls-pass',
  dropsOtherResource: false,
  withoutResourceMetadata: 'origin',
  serverMetadataPlaces: ['oauth', 'oidc', 'oidc-appended'],
  originMetadataPlaces: ['oauth'],
  badResource: 'next',
  badMetadata: 'next',
  serverError: 'stop',
  withoutServerMetadata: 'guess-at-mcp',
};
