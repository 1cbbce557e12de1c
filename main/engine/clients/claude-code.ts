import type { Client } from '../model/client.ts';
import { SDK_POLICY } from './policies/sdk-policy.ts';
import { CLAUDE_CODE_REGISTERS } from './registers/claude-code.ts';
import { CLAUDE_CODE_SEES } from './seen/claude-code-sees.ts';
import { claudeCodeRules } from './sets/claude-code-rules.ts';
import { RUN } from './sets/sources.ts';

/**
 * Claude Code on the command line: its own sign-in on the user's machine, from the user's network.
 * It swallows what is wrong with the resource metadata and falls back to the MCP origin, and it
 * does not compare the issuer of the metadata.
 */
export const client: Client = {
  id: 'claude-code',
  version: '2.1.330',
  isNewest: true,
  registers: CLAUDE_CODE_REGISTERS,
  sees: CLAUDE_CODE_SEES,
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_POLICY,
  rules: claudeCodeRules({
    source: RUN.claudeCode,
    generation: 2,
    triesStream: true,
    prompts: true,
  }),
  caveat: 'It passes everything that shows without a sign-in.',
};
