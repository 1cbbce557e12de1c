import { defineRequirement } from '../model/requirement.ts';
import { matchResource } from '../clients/replay/resource-match.ts';
import { ofResource } from './parts/of-resource.ts';
import { resourceDifference } from './parts/resource-difference.ts';
import { B_TO_D } from './parts/revisions.ts';

/** PR-10: the document that a client is led to is about the URL that the client called. */
export const requirement = defineRequirement({
  id: 'PR-10',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The resource is the URL that clients call.',
  source: 'RFC 9728 §3.3',
  shownBy: ['F26'],
  needs: ['url', 'resourceMetadata'],
  check: ({ url, resourceMetadata }) =>
    ofResource(resourceMetadata, (resource, document) => {
      const grade = matchResource(resource, url);
      if (grade === 'exact') return 'met';
      const text = `resource says ${resource}, clients call ${url}. ${GRADES[grade]}`;
      return resourceDifference(text, url, resource, document);
    }),
});

const GRADES = {
  parent:
    'It is a path above the endpoint: clients built on the MCP SDKs accept that, others refuse it, and the standard forbids it.',
  'slash-twin': 'They differ by the final slash only, and most clients compare letter by letter.',
  mismatch: 'It is another address, which every client refuses.',
} as const;
