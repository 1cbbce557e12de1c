import type { ClientId, System } from '../../main/contract/words.ts';
import type { ModeCode } from '../../main/engine/model/mode-code.ts';
import type { Home } from './home.ts';

/** A finding that a home must lead to. */
export interface ExpectedFinding {
  readonly code: ModeCode;
  /** The server that it is about; null where it is about the machine. */
  readonly on: string | null;
  readonly client: ClientId;
  /** End of the path of the file that it points at, with `/`, and the line there. */
  readonly file: string;
  readonly line: number | null;
}

/** A home with one thing wrong. */
export interface HomeRow {
  readonly name: string;
  /** Where one system alone has it. */
  readonly systems?: readonly System[];
  readonly build: (home: Home) => Home;
  readonly finds: readonly ExpectedFinding[];
}

/** The server of the fixture homes, as a Claude Code entry. */
export const URL = 'https://mcp.acme.example/mcp';
export const ACME = { type: 'http', url: URL } as const;

/** A configuration with `acme` alone. */
export function servers(entry: object, name = 'acme') {
  return { mcpServers: { [name]: entry } };
}

/** An entry that starts mcp-remote for it, in a version that was tried. */
export function remoteEntry(os: System, ...more: readonly string[]) {
  const args = ['-y', 'mcp-remote@0.15.1', URL, ...more];
  return os === 'win32'
    ? { command: 'cmd', args: ['/c', 'npx', ...args] }
    : { command: '/usr/local/bin/npx', args };
}
