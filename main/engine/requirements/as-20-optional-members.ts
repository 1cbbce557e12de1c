import { isUrl } from '../../contract/is-url.ts';
import { defineRequirement } from '../model/requirement.ts';
import { OPTIONAL_LISTS, OPTIONAL_URLS } from '../clients/replay/server-metadata.ts';
import type { Json, JsonObject } from '../model/evidence.ts';
import { duplicateMembers } from './parts/duplicate-members.ts';
import { eachServerDocument, type DocumentFault } from './parts/each-server-document.ts';
import { SERVER_NEEDS } from './parts/server-documents.ts';
import { shownValue } from './parts/shown-value.ts';

/** What other requirements ask for by name. */
const ELSEWHERE = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'response_types_supported',
  'jwks_uri',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
];

/** AS-20: optional members are left out or of their form. */
export const requirement = defineRequirement({
  id: 'AS-20',
  level: 'COMPAT',
  revisions: [],
  phase: 'p0',
  step: 'server-metadata',
  title: 'No optional member is null or of another form.',
  source: 'MCP TypeScript SDK 1.32.2 and 2.4.0, document schemas (seen)',
  shownBy: ['F17'],
  needs: SERVER_NEEDS,
  check: (given) =>
    eachServerDocument(given, (document) => {
      const { json } = document;
      const checked = fatalMember(json);
      if (checked !== null) {
        const text = `${checked} is ${formOf(json[checked]!)}; clients that check it drop the whole document. Leave it out, or give it a value.`;
        return { text, severity: 'error' };
      }
      return nullMember(json) ?? repeated(duplicateMembers(document));
    }),
});

function fatalMember(json: JsonObject): string | null {
  const url = OPTIONAL_URLS.find((name) => json[name] !== undefined && !isAddress(json[name]!));
  const list = OPTIONAL_LISTS.find(
    (name) => json[name] !== undefined && !Array.isArray(json[name]),
  );
  return url ?? list ?? null;
}

function nullMember(json: JsonObject): DocumentFault | null {
  const pair = Object.entries(json).find(
    ([name, value]) => value === null && !ELSEWHERE.includes(name),
  );
  if (pair === undefined) return null;
  return { text: `${shownValue(pair[0])} is null. Leave it out instead.` };
}

function repeated([name]: readonly string[]): DocumentFault | null {
  if (name === undefined) return null;
  const text = `${shownValue(name)} stands twice, and programs differ in which of the two they take.`;
  return { text, severity: 'advice' };
}

function formOf(value: Json): string {
  return value === null ? 'null' : `${shownValue(value)}, which is of another form`;
}

function isAddress(value: Json): boolean {
  return typeof value === 'string' && isUrl(value);
}
