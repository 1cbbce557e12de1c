import type { Json } from '../model/evidence.ts';
import { defineRequirement } from '../model/requirement.ts';
import { attemptEvidence } from '../modes/evidence/attempt-evidence.ts';
import { broken } from './parts/broken.ts';
import { resourceInUse } from './parts/resource-documents.ts';
import { textsOf } from './parts/scopes.ts';
import { ofServerDocument, SERVER_NEEDS } from './parts/server-documents.ts';

/** EX-10: DPoP is offered with algorithms that sign something. */
export const requirement = defineRequirement({
  id: 'EX-10',
  level: 'MAY',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'Where DPoP is offered, its algorithms are listed, and none is not one of them.',
  source: 'RFC 9449 §5.1; SEP-1932 (open)',
  shownBy: [],
  needs: SERVER_NEEDS,
  check: (given) =>
    ofServerDocument(given, (document) => {
      const resource = resourceInUse(given.resourceMetadata);
      const isBound = resource?.json.dpop_bound_access_tokens_required === true;
      const algorithms = document.json.dpop_signing_alg_values_supported;
      if (algorithms === undefined && !isBound) return 'not-applicable';
      const fault = faultOf(algorithms);
      if (fault === null) return 'met';
      const bound = isBound ? [attemptEvidence(resource)] : [];
      return broken(fault, [attemptEvidence(document), ...bound]);
    }),
});

function faultOf(algorithms: Json | undefined): string | null {
  if (algorithms === undefined)
    return 'The resource metadata demands DPoP, and the authorization server lists no algorithm for it (dpop_signing_alg_values_supported).';
  const listed = textsOf(algorithms) ?? [];
  if (listed.length === 0) return 'dpop_signing_alg_values_supported lists no algorithm.';
  return listed.includes('none')
    ? 'dpop_signing_alg_values_supported lists none, which signs nothing.'
    : null;
}
