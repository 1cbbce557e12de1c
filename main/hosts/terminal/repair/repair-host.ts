import type { Report } from '../../../contract/report.ts';
import type { RepairDesk } from '../../../engine/app/repair-desk.ts';
import type { RepairCall } from '../../../engine/repair/repairs.ts';
import type { TerminalStyle } from '../report/terminal-style.ts';

/** The terminal of a command that changes something; a test gives its own. */
export interface RepairTerminal {
  /** Standard output: the document. */
  readonly out: (text: string) => void;
  /** Standard error: people. */
  readonly say: (text: string) => void;
  /** Asks for a line; null where nobody can be asked (safety K3). */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** What standard output can show. */
  readonly style: TerminalStyle;
  /** What standard error can show. */
  readonly sayStyle: TerminalStyle;
  readonly call: RepairCall;
}

/** What the commands of repair are made of. */
export interface RepairHost extends RepairTerminal, RepairDesk {
  /** Looks at this machine, and at servers unless offline. */
  readonly look: (targets: readonly string[]) => Promise<Report>;
}

/** How a command that changes something was called. */
export interface ChangeOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** The one document of `--json`. */
export function asDocument(schema: string, body: object): string {
  return `${JSON.stringify({ schema, ...body }, null, 2)}\n`;
}
