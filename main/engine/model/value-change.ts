/**
 * How a value can be changed without being taken out of its file. Each is a row of
 * repair/edit/value-changes.ts; what a launch command becomes stands in
 * repair/edit/launch-templates.ts (safety I4).
 */
export type ValueChange =
  /** Takes away white space at both ends and invisible characters within. */
  | { readonly kind: 'trim' }
  /** A header in an argument becomes `Name:${VARIABLE}`, its value a variable of `env` (F126). */
  | { readonly kind: 'header-to-variable'; readonly argument: number; readonly variable: string }
  /** `${NAME}` becomes `${NAME:-value}` (F118). */
  | { readonly kind: 'default-variable'; readonly name: string; readonly value: string }
  /** An entry with an address becomes one that starts mcp-remote with the same address (F111). */
  | { readonly kind: 'launch'; readonly template: LaunchTemplate; readonly program?: string }
  /** An argument is put behind the others, or takes the place of the same flag. */
  | { readonly kind: 'add-argument'; readonly flag: string; readonly value: string | null }
  /** A folder is put before the others in `env.PATH` (F125). */
  | { readonly kind: 'path-first'; readonly folder: string }
  /** A name is taken out of a list. */
  | { readonly kind: 'drop-item'; readonly item: string };

export type LaunchTemplate =
  /** `npx -y mcp-remote@PINNED URL` and the headers of the entry. */
  | 'mcp-remote'
  /** The same command behind `cmd /c`, as Windows needs it (F127). */
  | 'cmd-wrapper'
  /** The same command, its program named by an absolute path (F124, F125). */
  | 'absolute-program'
  /** The same command, mcp-remote at the pinned version (F136, safety I5). */
  | 'pin-mcp-remote';
