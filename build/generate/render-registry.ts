import type { Registry } from './registries.ts';

/** A file that lies directly in a registry's folder. */
export interface Candidate {
  readonly name: string;
  readonly text: string;
}

/** What becomes of the files of a folder: those listed, in order, and what is wrong with the rest. */
export interface Selection {
  readonly files: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Chooses the files of a registry, ordered by the first number in the name (f4 before f23), then by
 * name. A file counts when both its name and its export say so; only one of the two is a mistake
 * that would otherwise leave it out in silence.
 * @param registry a row of the table
 * @param candidates every file in its folder
 */
export function selectFiles(registry: Registry, candidates: readonly Candidate[]): Selection {
  const sources = candidates.filter(({ name }) => /(?<!\.test|\.generated)\.tsx?$/.test(name));
  const named = sources.filter(({ name }) => registry.pattern.test(name));
  const exporting = sources.filter((one) => exportsEntry(registry, one));
  const number = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0);
  return {
    files: named
      .filter((one) => exporting.includes(one))
      .map(({ name }) => name)
      .sort((a, b) => number(a) - number(b) || (a < b ? -1 : 1)),
    problems: [
      ...named.filter((one) => !exporting.includes(one)).map(({ name }) => lacks(registry, name)),
      ...(registry.exportName === null ? [] : exporting)
        .filter((one) => !named.includes(one))
        .map(({ name }) => odd(registry, name)),
    ],
  };
}

/**
 * The source of a generated registry, not yet formatted.
 * @param registry a row of the table
 * @param files what selectFiles chose
 * @returns TypeScript text that imports each file, or holds a loader for each
 */
export function renderRegistry(registry: Registry, files: readonly string[]): string {
  const header = `/** The ${registry.holds}. Written by \`npm run generate\`: do not edit. */\n`;
  return header + SHAPES[registry.shape](registry, files);
}

type Render = (registry: Registry, files: readonly string[]) => string;
const SHAPES: Readonly<Record<Registry['shape'], Render>> = {
  list: ({ entryType, exportName, list }, files) => {
    const imports = files.map(
      (file) => `import { ${exportName} as ${camelCase(stem(file))} } from './${file}';\n`,
    );
    const names = files.map((file) => camelCase(stem(file))).join(', ');
    const type = entryType ? `: readonly ${entryType.name}[]` : '';
    return `${importType(entryType)}${imports.join('')}\nexport const ${list}${type} = [${names}];\n`;
  },
  loaders: ({ entryType, exportName, list }, files) => {
    const rows = files.map(
      (file) => `{ name: '${stem(file)}', load: () => import('./${file}') },\n`,
    );
    const loaded = entryType ? `{ readonly ${exportName}: ${entryType.name} }` : 'unknown';
    const type = `readonly { readonly name: string; readonly load: () => Promise<${loaded}> }[]`;
    return `${importType(entryType)}\nexport const ${list}: ${type} = [\n${rows.join('')}];\n`;
  },
  names: ({ list }, files) => {
    const imports = files.map((file) => `import { ${pascalCase(stem(file))} } from './${file}';\n`);
    const rows = files.map((file) => {
      const name = pascalCase(stem(file));
      return `${camelCase(stem(file).replace(/-[a-z0-9]+$/, ''))}: ${name},\n`;
    });
    return `${imports.join('')}\nexport const ${list} = {\n${rows.join('')}} as const;\n`;
  },
};

function importType(type: Registry['entryType']): string {
  return type ? `import type { ${type.name} } from '${type.from}';\n` : '';
}

function exportsEntry({ exportName }: Registry, { name, text }: Candidate): boolean {
  const wanted = exportName ?? pascalCase(stem(name));
  return new RegExp(`^export (const|function) ${wanted}\\b`, 'm').test(text);
}

function lacks({ folder, exportName }: Registry, file: string): string {
  const wanted = exportName ? `\`export const ${exportName}\`` : `export ${pascalCase(stem(file))}`;
  return `${folder}/${file} has no ${wanted}. Add it, or move the file into a folder below.`;
}

function odd({ folder, example }: Registry, file: string): string {
  return `${folder}/${file} is not listed because of its name. Name it like ${example}.`;
}

function stem(file: string): string {
  return file.replace(/\.tsx?$/, '');
}

/** `f23-names-as` becomes `f23NamesAs`; a leading digit gets an underscore. */
function camelCase(text: string): string {
  const name = text.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return /^\d/.test(name) ? `_${name}` : name;
}

/** `help-screen` becomes `HelpScreen`. */
function pascalCase(text: string): string {
  return camelCase(text).replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
