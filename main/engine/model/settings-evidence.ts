/** Settings beside the server entries that decide whether a server is there at all. */
import type { ConfigState } from '../../contract/report.ts';
import type { ClientId } from '../../contract/words.ts';
import type { ConfigProblem } from './evidence.ts';

/** What a setting means for servers. */
export type SettingKind =
  /** Servers stand where the client does not look for them (F115). */
  | 'misplaced-servers'
  /** A server that is switched off by name, or whose approval was refused (F116). */
  | 'disabled-server'
  /** A project server that nobody has approved yet (F116). */
  | 'unapproved-server'
  /** A rule of the organisation about servers (F121). */
  | 'policy'
  /** A variable that the client sets for itself and its servers. */
  | 'variable'
  /** Any other switch that matters, by its own name (`disableClaudeAiConnectors`). */
  | 'switch';

export interface SettingFact {
  readonly kind: SettingKind;
  /** The server, the variable or the key. */
  readonly name: string;
  /** Masked where it can be secret. */
  readonly value: string;
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  readonly excerpt: string;
  /** Of a rule that names a command: what `ServerEntry.commandHash` is of the same words. */
  readonly commandHash?: string | null;
  /** Of misplaced servers: their names as written. */
  readonly servers?: readonly string[];
}

export interface SettingsFile {
  readonly client: ClientId;
  readonly scope: string;
  readonly file: string;
  readonly state: ConfigState;
  readonly detail: string | null;
  readonly problems: readonly ConfigProblem[];
  readonly facts: readonly SettingFact[];
  /** Written by an organisation: read-only to us (safety G16). */
  readonly managed: boolean;
}
