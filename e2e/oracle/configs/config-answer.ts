/** What Claude Code said of one configuration, with names for addresses and folders. */
export interface ConfigAnswer {
  readonly name: string;
  /** What `claude mcp list` says of acme behind its address; null where it does not list it. */
  readonly list: string | null;
  /** The scope and the status of `claude mcp get acme`; null where it knows none. */
  readonly scope: string | null;
  readonly status: string | null;
  /** Everything else that it says of the configuration. */
  readonly says: readonly string[];
  /** Which servers it asked something, `open` before `guarded`. */
  readonly asked: readonly string[];
}

/** What names the places of one run. */
export type Renaming = readonly (readonly [from: string, to: string])[];

const REMARK = /^ [├└] (.*)$|^[├└] (Server .*)$|^(?:Claude c|C)onfiguration (.*)$/u;
const UNTOLD = /backed up|No backup|^Fix the JSON/u;

/**
 * Reads what Claude Code printed.
 * @param list what `claude mcp list` printed
 * @param get what `claude mcp get` printed
 * @param renaming what stands for ports and folders, which are others in every run
 */
export function readAnswer(
  list: string,
  get: string,
  renaming: Renaming,
): Pick<ConfigAnswer, 'list' | 'scope' | 'status' | 'says'> {
  const lines = renamed(list, renaming).split('\n');
  const [known, details] = [lines.find(isServer), renamed(get, renaming)];
  const remarks = lines.filter((line) => REMARK.test(line) && !UNTOLD.test(line)).map(withoutTree);
  return {
    list: known?.replace(/^.* - /u, '') ?? null,
    scope: /^ {2}Scope: (.*?)(?: \(.*)?$/mu.exec(details)?.[1] ?? null,
    status: /^ {2}Status: (.*)$/mu.exec(details)?.[1] ?? null,
    says: [...new Set(remarks)].toSorted(),
  };
}

function isServer(line: string): boolean {
  return /^(?:acme|acme tools|workspace): .* - /u.test(line);
}

function withoutTree(line: string): string {
  return line.replace(/^ ?[├└] /u, '');
}

function renamed(text: string, renaming: Renaming): string {
  const known = renaming.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  return known.replaceAll(/127\.0\.0\.1:\d+/gu, '{host}');
}
