import * as z from 'zod';
import { REPORT_SCHEMA_ID, reportSchema } from '../../main/contract/report.ts';

/** Where the published schema of the report lies, from the root of the repository. */
export const REPORT_SCHEMA_FILE = 'docs/report.schema.json';

/**
 * The report as JSON Schema (draft 2020-12), made of the schema that the code itself uses.
 * @returns JSON text
 */
export function renderReportSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(reportSchema, { target: 'draft-2020-12' });
  const title = 'A report of Unblank';
  return JSON.stringify({ $schema, $id: REPORT_SCHEMA_ID, title, ...rest });
}
