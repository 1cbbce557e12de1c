import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');

/** The code blocks that begin with the path of the file they would be. */
const examples = [...text.matchAll(/```tsx?\n\/\/ (\S+)\n([^]*?)```/g)].map(([, file, code]) => ({
  file: path.join(root, file ?? ''),
  code: code ?? '',
}));

/** Type-checks the examples as if they lay in the repository; the strictest options of a layer. */
function problemsOf(sources: ReadonlyMap<string, string>): string[] {
  const config = path.join(root, 'tsconfig.tests.json');
  const { config: json } = ts.readConfigFile(config, ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...json, include: [] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.readFile = (file) => sources.get(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...rest) => {
    const source = sources.get(file);
    if (source === undefined) return getSourceFile(file, version, ...rest);
    return ts.createSourceFile(file, source, version);
  };
  const program = ts.createProgram(
    [...sources.keys()],
    { ...options, composite: false, noEmit: true },
    host,
  );
  return [...sources.keys()].flatMap((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(
        (one) =>
          `${path.relative(root, file)}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`,
      ),
  );
}

describe('the examples of CONTRIBUTING.md', () => {
  test('there is one for a mode, a requirement, a client, a fix, a screen and a patient', () => {
    const folders = examples.map(({ file }) => path.relative(root, path.dirname(file)));
    expect(folders.map((folder) => folder.split(path.sep).join('/'))).toEqual([
      'main/engine/modes',
      'main/engine/requirements',
      'main/engine/clients',
      'main/engine/repair/fixes',
      'renderer/screens',
      'main/hospital/patients',
    ]);
  });

  test('they type-check against the sources as they are', { timeout: 60_000 }, () => {
    expect(problemsOf(new Map(examples.map(({ file, code }) => [file, code])))).toEqual([]);
  });

  test('an example that does not type-check is seen', { timeout: 60_000 }, () => {
    const file = path.join(root, 'main/engine/clients/wrong.ts');
    const code =
      "import type { Client } from '../model/client.ts';\nexport const client: Client = 1;\n";
    expect(problemsOf(new Map([[file, code]]))).toHaveLength(1);
  });

  test('every file and folder that the text names in the main process is there', () => {
    const named = [...text.matchAll(/`((?:main|renderer|build)\/[a-z/.-]+)`/g)].map(
      ([, one]) => one ?? '',
    );
    const example = /short-name|f99-|its-id/;
    const missing = named.filter(
      (one) =>
        !example.test(one) &&
        !ts.sys.fileExists(path.join(root, one)) &&
        !ts.sys.directoryExists(path.join(root, one)),
    );
    expect(missing).toEqual([]);
  });
});
