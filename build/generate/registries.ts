/**
 * The folders in which "add one file" is all there is to do. For each: which files count, what each
 * must export, and the list that is made of them. To add a registry, add a row.
 */
export interface Registry {
  /** Folder with forward slashes, from the root of the repository. */
  readonly folder: string;
  /** How the names of its files look; tests and generated files never count. */
  readonly pattern: RegExp;
  /** The same for people, as an example. */
  readonly example: string;
  /** What the list holds, in words for the file's header. */
  readonly holds: string;
  /** Name that each file exports; null for the file's own name, as HelpScreen of help-screen.tsx. */
  readonly exportName: string | null;
  /** Name of the list. */
  readonly list: string;
  /** Type of an entry; null leaves it to what the files export. */
  readonly entryType: { readonly name: string; readonly from: string } | null;
  /**
   * `list` is an array of the exports; `loaders` one of `{ name, load }`, so that start-up loads
   * only what it needs; `names` an object, by file name without the ending that all share.
   */
  readonly shape: 'list' | 'loaders' | 'names';
}

export const REGISTRY_FILE = 'index.generated.ts';

export const REGISTRIES: readonly Registry[] = [
  {
    folder: 'main/engine/modes',
    pattern: /^f\d+-[a-z0-9-]+\.ts$/,
    example: 'f23-resource-metadata-names-as.ts',
    holds: 'failure modes, by code',
    exportName: 'mode',
    list: 'MODES',
    entryType: { name: 'Mode', from: '../model/mode.ts' },
    shape: 'list',
  },
  {
    folder: 'main/engine/requirements',
    pattern: /^[a-z]{2}-\d+-[a-z0-9-]+\.ts$/,
    example: 'rs-01-answers-401.ts',
    holds: 'requirements of the specification, by number',
    exportName: 'requirement',
    list: 'REQUIREMENTS',
    entryType: { name: 'Requirement', from: '../model/requirement.ts' },
    shape: 'list',
  },
  {
    folder: 'main/engine/clients',
    pattern: /^[a-z0-9-]+\.ts$/,
    example: 'claude-code.ts',
    holds: 'clients that are judged, by id',
    exportName: 'client',
    list: 'CLIENTS',
    entryType: { name: 'Client', from: '../model/client.ts' },
    shape: 'list',
  },
  {
    folder: 'main/engine/repair/fixes',
    pattern: /^[a-z0-9-]+\.ts$/,
    example: 'add-type.ts',
    holds: 'fixes for findings, by name',
    exportName: 'fix',
    list: 'FIXES',
    entryType: { name: 'Fix', from: '../../model/fix.ts' },
    shape: 'list',
  },
  {
    folder: 'main/engine/repair/recipes/kinds',
    pattern: /^[a-z0-9-]+\.ts$/,
    example: 'send-challenge.ts',
    holds: 'what the owner of a server does, by name',
    exportName: 'recipe',
    list: 'RECIPES',
    entryType: { name: 'Recipe', from: '../recipe.ts' },
    shape: 'list',
  },
  {
    folder: 'main/hospital/patients',
    pattern: /^[a-z0-9-]+\.ts$/,
    example: 'challenge-names-server-document.ts',
    holds: 'servers that are broken on purpose, by name',
    exportName: 'patient',
    list: 'PATIENTS',
    entryType: { name: 'Patient', from: '../patient.ts' },
    shape: 'list',
  },
  {
    folder: 'main/hosts/terminal/commands',
    pattern: /^[a-z0-9-]+\.ts$/,
    example: 'check.ts',
    holds: 'commands of the command line, by name; each is loaded when it is run',
    exportName: 'command',
    list: 'COMMANDS',
    entryType: { name: 'TerminalCommand', from: '../command.ts' },
    shape: 'loaders',
  },
  {
    folder: 'renderer/screens',
    pattern: /^[a-z0-9-]+-screen\.tsx$/,
    example: 'help-screen.tsx',
    holds: 'screens of the window, by name',
    exportName: null,
    list: 'SCREENS',
    entryType: null,
    shape: 'names',
  },
];
