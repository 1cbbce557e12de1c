import { defineRequirement } from '../model/requirement.ts';
import { isUsableResourceMetadata } from '../clients/replay/resource-metadata.ts';
import { isGuarded } from '../clients/replay/resource-problem.ts';
import { whyNotAsked } from '../clients/replay/not-asked.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { attemptAt } from './parts/resource-documents.ts';
import { C_TO_D } from './parts/revisions.ts';

/** PR-03: the root of the host is a fallback, and not all that there is. */
export const requirement = defineRequirement({
  id: 'PR-03',
  level: 'MAY',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'resource-metadata',
  title: 'The document is not at the root of the host alone.',
  source: 'MCP authorization, Protected Resource Metadata Discovery',
  shownBy: ['F24'],
  needs: ['resourceMetadata'],
  check: ({ resourceMetadata }) => {
    const [path, root, named] = (['path', 'root', 'header'] as const).map((place) =>
      attemptAt(resourceMetadata, place),
    );
    if (path === undefined || root === undefined || !isUsableResourceMetadata(root))
      return 'not-applicable';
    if (path.json !== null || (named && isUsableResourceMetadata(named))) return 'met';
    if (isGuarded(path) || whyNotAsked(path) !== null) return 'not-applicable';
    const text = `Only ${root.url} works. That is enough for clients of 2025-11-25 and later; older ones stop, and the host can then hold only one protected server.`;
    return broken(text, [attemptEvidence(path), attemptEvidence(root)]);
  },
});
