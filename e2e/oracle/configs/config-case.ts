import type { ModeCode } from '../../../main/engine/model/mode-code.ts';

/** The files of one case, by where they lie: `home/…`, `project/…` or `managed/…`. */
export type CaseFiles = Readonly<Record<string, string | Uint8Array>>;

/** What a case may name in its files; ports are chosen by the system. */
export interface CaseWords {
  /** A server that answers without a sign-in, and one that wants a token. */
  readonly open: string;
  readonly guarded: string;
  /** The project folder as Claude Code spells it in `.claude.json`. */
  readonly project: string;
  readonly now: number;
}

/** One configuration of Claude Code, with a server `acme` that works but for what is said. */
export interface ConfigCase {
  readonly name: string;
  /** As what Unblank knows it; null where nothing is wrong that it would call a fault. */
  readonly code: ModeCode | null;
  readonly files: (words: CaseWords) => CaseFiles;
  /** Variables of the environment besides HOME and PATH. */
  readonly env?: Readonly<Record<string, string>>;
}

const NOWHERE = { open: '', guarded: '', project: '', now: 0 };

/** Does it need files of an organisation, which lie outside every home? */
export function isManaged({ files }: ConfigCase): boolean {
  return Object.keys(files(NOWHERE)).some((file) => file.startsWith('managed/'));
}
