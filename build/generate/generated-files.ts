import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { REGISTRIES, REGISTRY_FILE, type Registry } from './registries.ts';
import { renderRegistry, selectFiles, type Candidate } from './render-registry.ts';
import { REPORT_SCHEMA_FILE, renderReportSchema } from './report-schema.ts';

export interface GeneratedFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Sentences about files that could not be listed. */
  readonly problems: readonly string[];
}

/**
 * Every generated file as it should be now. Reads the folders of the registries, writes nothing.
 * @param root folder of the repository
 */
export async function generatedFiles(root: string): Promise<GeneratedFile[]> {
  const registries = REGISTRIES.map((registry) => generatedRegistry(root, registry));
  const schema = {
    path: REPORT_SCHEMA_FILE,
    text: await pretty(root, REPORT_SCHEMA_FILE, renderReportSchema()),
    problems: [],
  };
  return [...(await Promise.all(registries)), schema];
}

async function generatedRegistry(root: string, registry: Registry): Promise<GeneratedFile> {
  const candidates = await filesIn(path.join(root, registry.folder));
  const { files, problems } = selectFiles(registry, candidates);
  const target = `${registry.folder}/${REGISTRY_FILE}`;
  return {
    path: target,
    text: await pretty(root, target, renderRegistry(registry, files)),
    problems,
  };
}

/** A folder that is not there yet has no files. */
async function filesIn(folder: string): Promise<Candidate[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(noneWhereMissing);
  const names = entries.filter((one) => one.isFile()).map((one) => one.name);
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  return Promise.all(names.map(async (name) => ({ name, text: await read(name) })));
}

function noneWhereMissing(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

async function pretty(root: string, file: string, text: string): Promise<string> {
  const filepath = path.join(root, file);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
