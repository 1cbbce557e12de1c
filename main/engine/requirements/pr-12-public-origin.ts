import { defineRequirement } from '../model/requirement.ts';
import { ofResource } from './parts/of-resource.ts';
import { resourceDifference } from './parts/resource-difference.ts';

/** PR-12: scheme, host and port are those by which people reach the server. */
export const requirement = defineRequirement({
  id: 'PR-12',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The resource has the public scheme, host and port.',
  source: 'MCP SDKs; servers behind a TLS proxy',
  shownBy: ['F26'],
  needs: ['url', 'resourceMetadata'],
  check: ({ url, resourceMetadata }) =>
    ofResource(resourceMetadata, (resource, document) => {
      const [one, two] = [new URL(resource), new URL(url)];
      // An identifier without an origin, as urn:, is PR-08.
      if (one.host === '') return 'not-applicable';
      if (one.origin === two.origin) return 'met';
      return resourceDifference(differenceOf(one, two), url, resource, document);
    }),
});

function differenceOf(resource: URL, url: URL): string {
  if (resource.hostname !== url.hostname)
    return `resource names the host ${resource.host}, people reach the server as ${url.host}.`;
  if (resource.protocol !== url.protocol)
    return `resource says ${resource.protocol}//, people reach the server over ${url.protocol}//. The application does not see the proxy’s X-Forwarded-Proto.`;
  return `resource names port ${resource.port || 'by default'}, people reach the server as ${url.host}.`;
}
