import type { DiscoveryPolicy } from '../../model/client.ts';

/**
 * How VS Code discovers, as its public source has it (src/vs/base/common/oauth.ts and
 * src/vs/workbench/api/common/extHostMcp.ts): a resource that is not exactly the URL makes it drop
 * the document, and without server metadata it asks the MCP origin before it guesses there.
 */
export const VSCODE_POLICY: DiscoveryPolicy = {
  namedMetadata: 'only',
  challenge: 'parsed',
  documents: 'loose',
  dropsOtherResource: true,
  withoutResourceMetadata: 'origin',
  serverMetadataPlaces: ['oauth', 'oidc', 'oidc-appended'],
  originMetadataPlaces: ['oauth', 'oidc'],
  badResource: 'next',
  badMetadata: 'next',
  serverError: 'next',
  withoutServerMetadata: 'ask-mcp',
};
