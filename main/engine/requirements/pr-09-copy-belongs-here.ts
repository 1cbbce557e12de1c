import { defineRequirement } from '../model/requirement.ts';
import { matchResource } from '../clients/replay/resource-match.ts';
import { wellKnownResource } from '../probe/addresses.ts';
import { ofResource } from './parts/of-resource.ts';
import { resourceDifference } from './parts/resource-difference.ts';
import { B_TO_D } from './parts/revisions.ts';

/**
 * PR-09: a copy at a well-known address is about the URL of which that address is made, and that is
 * ours. The root is left out: MCP allows it for any path of the host.
 */
export const requirement = defineRequirement({
  id: 'PR-09',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'A well-known copy is about the URL of its address.',
  source: 'RFC 9728 §3.3',
  shownBy: ['F26'],
  needs: ['url', 'resourceMetadata'],
  check: ({ url, resourceMetadata }) =>
    ofResource(resourceMetadata, (resource, document) => {
      const owner = wellKnownResource(document.url);
      const isOurHost = new URL(document.url).origin === new URL(url).origin;
      if (owner === null || !isOurHost) return 'not-applicable';
      const isRoot = new URL(owner).pathname === '/' && new URL(url).pathname !== '/';
      if (isRoot) return 'not-applicable';
      if (matchResource(owner, url) !== 'exact') {
        const text = `${document.url} is the metadata address of ${owner}, and you connect to ${url}.`;
        return resourceDifference(text, url, resource, document);
      }
      if (matchResource(resource, owner) === 'exact') return 'met';
      const text = `resource says ${resource}, but the address of the document belongs to ${owner}.`;
      return resourceDifference(text, url, resource, document);
    }),
});
