import { isUrl } from '../../../contract/is-url.ts';
import type { DocumentSchema } from '../../model/client.ts';
import type { Json, JsonObject } from '../../model/evidence.ts';

/** A member of a registration answer that a client by schema refuses, and what it is instead. */
export interface AnswerDefect {
  readonly member: string;
  /** As it stands after the name: `is null`, `is missing`. */
  readonly what: string;
}

type Form = (value: Json) => boolean;

const isText: Form = (value) => typeof value === 'string';
const isNumber: Form = (value) => typeof value === 'number';
const isTexts: Form = (value) => Array.isArray(value) && value.every(isText);
const isUrlText: Form = (value) => typeof value === 'string' && isUrl(value);
const isUrls: Form = (value) => Array.isArray(value) && value.every(isUrlText);
const isUrlOrEmpty: Form = (value) => value === '' || isUrlText(value);

/** What the schema of the TypeScript SDKs asks of a member that is there. */
const FORMS: Readonly<Record<string, Form>> = {
  client_id: isText,
  redirect_uris: isUrls,
  client_secret: isText,
  client_id_issued_at: isNumber,
  client_secret_expires_at: isNumber,
  token_endpoint_auth_method: isText,
  grant_types: isTexts,
  response_types: isTexts,
  client_name: isText,
  client_uri: isUrlText,
  logo_uri: isUrlOrEmpty,
  scope: isText,
  contacts: isTexts,
  tos_uri: isUrlOrEmpty,
  policy_uri: isText,
  jwks_uri: isUrlText,
  software_id: isText,
  software_version: isText,
  software_statement: isText,
};
const REQUIRED: Record<DocumentSchema, readonly string[]> = {
  strict: ['client_id', 'redirect_uris'],
  'nulls-pass': ['client_id'],
  loose: ['client_id'],
};

/**
 * The first member for which a client drops the answer to its registration, or null.
 * @param schema how the client checks: the TypeScript SDKs by every member they know, the Python SDK
 *   lets null and empty addresses pass, VS Code looks for the id alone
 * @see DR-03, DR-04, DR-06; reference-clients 2.1 step 8 and 2.4; F47
 */
export function answerDefect(json: JsonObject, schema: DocumentSchema): AnswerDefect | null {
  const missing = REQUIRED[schema].find((name) => json[name] === undefined);
  if (missing !== undefined) return { member: missing, what: 'is missing' };
  const checked = schema === 'loose' ? [] : Object.entries(FORMS);
  const wrong = checked.find(([name, fits]) => {
    const value = json[name];
    return value !== undefined && !passes(value, schema) && !fits(value);
  });
  return wrong === undefined ? null : { member: wrong[0], what: whatIs(json[wrong[0]]!) };
}

function passes(value: Json, schema: DocumentSchema): boolean {
  return schema === 'nulls-pass' && (value === null || value === '');
}

function whatIs(value: Json): string {
  if (value === null) return 'is null';
  if (value === '') return 'is an empty text';
  if (typeof value === 'string') return 'is a text of the wrong form';
  return Array.isArray(value) ? 'is a list of the wrong form' : `is a ${typeof value}`;
}
