import { defineRequirement } from '../model/requirement.ts';
import { matchResource } from '../clients/replay/resource-match.ts';
import { ofResource } from './parts/of-resource.ts';
import { resourceDifference } from './parts/resource-difference.ts';

/** PR-11: the final slash counts. */
export const requirement = defineRequirement({
  id: 'PR-11',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The resource ends as the MCP URL ends, slash or none.',
  source: 'MCP TypeScript SDK 1.32.2 and 2.4.0, checkResourceAllowed',
  shownBy: ['F26'],
  needs: ['url', 'resourceMetadata'],
  check: ({ url, resourceMetadata }) =>
    ofResource(resourceMetadata, (resource, document) => {
      if (matchResource(resource, url) !== 'slash-twin') return 'met';
      const more = new URL(resource).pathname.length > new URL(url).pathname.length;
      const text = more
        ? 'resource has a slash at the end that your MCP URL has not. Clients built on the TypeScript SDK refuse it, the Python SDK accepts it.'
        : 'Your MCP URL has a slash at the end that resource has not.';
      return resourceDifference(text, url, resource, document);
    }),
});
