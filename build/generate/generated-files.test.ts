import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { generatedFiles } from './generated-files.ts';
import { REPORT_SCHEMA_FILE } from './report-schema.ts';

const root = path.resolve(import.meta.dirname, '../..');
const files = await generatedFiles(root);

describe('the generated files in the repository', () => {
  test.each(files)('$path is up to date (else: run npm run generate)', async (file) => {
    expect(file.problems).toEqual([]);
    expect(await readFile(path.join(root, file.path), 'utf8')).toBe(file.text);
  });

  test('the report schema is a valid draft 2020-12 schema that refuses an empty object', () => {
    const text = files.find((file) => file.path === REPORT_SCHEMA_FILE)?.text ?? '';
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(text) as object);
    expect(validate({})).toBe(false);
    expect(validate.errors?.map((error) => error.keyword)).toContain('required');
  });
});

describe('generating in another tree', () => {
  test('missing folders give empty lists, and generating twice gives the same text', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'unblank-generate-'));
    try {
      const first = await generatedFiles(folder);
      expect(first.flatMap((file) => file.problems)).toEqual([]);
      expect(await generatedFiles(folder)).toEqual(first);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a new file in a folder is listed without any other change', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'unblank-generate-'));
    try {
      const modes = path.join(folder, 'main/engine/modes');
      await mkdir(modes, { recursive: true });
      await writeFile(path.join(modes, 'f99-new-one.ts'), 'export const mode = 1;\n');
      const [list] = await generatedFiles(folder);
      expect(list?.text).toContain('import { mode as f99NewOne }');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
