import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** The schema of OASIS, held by a validator that nobody here wrote. It is draft 4, which Ajv reads as 7. */
export async function sarifValidator(): Promise<ValidateFunction> {
  const file = path.join(import.meta.dirname, 'sarif-schema-2.1.0.json');
  const schema = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  const { $schema: _draft, id: _id, ...rest } = schema;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(rest);
}
