import { CLAUDE_CODE_REGISTERS } from '../../clients/registers/claude-code.ts';
import { CLAUDE_HOSTED_REGISTERS } from '../../clients/registers/claude-hosted.ts';
import { VSCODE_REGISTERS } from '../../clients/registers/vscode.ts';

/** Client-id documents that real clients publish. */
export const REAL_DOCUMENTS: readonly string[] = [
  CLAUDE_HOSTED_REGISTERS,
  CLAUDE_CODE_REGISTERS,
  VSCODE_REGISTERS,
].flatMap(({ clientIdDocument }) => clientIdDocument ?? []);
