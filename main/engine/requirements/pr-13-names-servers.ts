import { defineRequirement } from '../model/requirement.ts';
import type { Json } from '../model/evidence.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { firstDocument } from './parts/resource-documents.ts';
import { B_TO_D } from './parts/revisions.ts';
import { shownValue } from './parts/shown-value.ts';

/** PR-13: the document names at least one authorization server, in a list. */
export const requirement = defineRequirement({
  id: 'PR-13',
  level: 'MUST',
  revisions: B_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The metadata lists at least one authorization server.',
  source: 'MCP authorization, Authorization Server Location',
  shownBy: ['F23', 'F27'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    const document = firstDocument(resourceMetadata);
    if (document === null) return 'not-applicable';
    const fault = faultOf(document.json.authorization_servers);
    if (fault === null) return 'met';
    const text = `authorization_servers ${fault} in ${document.url}, so clients do not learn where to sign in.`;
    return broken(text, [attemptEvidence(document)]);
  },
});

function faultOf(servers: Json | undefined): string | null {
  if (servers === undefined) return 'is missing';
  if (!Array.isArray(servers)) return `is ${shownValue(servers)}, no list,`;
  if (servers.length === 0) return 'is empty';
  return servers.every((one) => typeof one === 'string') ? null : 'holds something else than text';
}
