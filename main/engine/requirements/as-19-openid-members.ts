import { defineRequirement } from '../model/requirement.ts';
import type { JsonObject } from '../model/evidence.ts';
import { eachServerDocument } from './parts/each-server-document.ts';
import { C_TO_D } from './parts/revisions.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';

const LISTS = ['subject_types_supported', 'id_token_signing_alg_values_supported'] as const;

/** AS-19: an OpenID document has the members that OpenID asks. */
export const requirement = defineRequirement({
  id: 'AS-19',
  level: 'MUST',
  revisions: C_TO_D,
  phase: 'p0',
  step: 'server-metadata',
  title: 'An OpenID document has the members that OpenID requires.',
  source: 'OpenID Connect Discovery 1.0 §3',
  shownBy: ['F17'],
  needs: SERVER_NEEDS,
  check: (given) =>
    eachServerDocument(given, ({ json, place }) => {
      if (!place.startsWith('oidc')) return undefined;
      const name = missingMember(json);
      if (name === null) return null;
      return { text: `The OpenID document lacks a usable ${name}; TypeScript clients reject it.` };
    }),
});

function missingMember(json: JsonObject): string | null {
  if (typeof json.jwks_uri !== 'string') return 'jwks_uri';
  return LISTS.find((name) => !Array.isArray(json[name])) ?? null;
}
