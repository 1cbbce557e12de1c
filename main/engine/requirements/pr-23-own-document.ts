import { defineRequirement } from '../model/requirement.ts';
import { matchResource } from '../clients/replay/resource-match.ts';
import { resourceMetadataAddresses } from '../probe/addresses.ts';
import { ofResource } from './parts/of-resource.ts';
import { resourceDifference } from './parts/resource-difference.ts';
import { B_TO_D } from './parts/revisions.ts';

/** PR-23: of several endpoints on one host, each has its own document. */
export const requirement = defineRequirement({
  id: 'PR-23',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The endpoint has a document of its own.',
  source: 'RFC 9728 §3.1',
  shownBy: ['F26'],
  needs: ['url', 'resourceMetadata'],
  check: ({ url, resourceMetadata }) =>
    ofResource(resourceMetadata, (resource, document) => {
      const isOtherHost = new URL(resource).origin !== new URL(url).origin;
      if (isOtherHost || matchResource(resource, url) !== 'mismatch') return 'met';
      const own = resourceMetadataAddresses(url)[0]!.url;
      const text = `${document.url} is about ${resource}, another endpoint of the same host. Give ${url} a document of its own, at ${own}.`;
      return resourceDifference(text, url, resource, document);
    }),
});
