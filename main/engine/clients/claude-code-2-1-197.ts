import type { Client } from '../model/client.ts';
import { SDK_1_POLICY } from './policies/sdk-policy.ts';
import { CLAUDE_CODE_2_1_197_REGISTERS } from './registers/claude-code.ts';
import { CLAUDE_CODE_2_1_197_SEES } from './seen/claude-code-sees.ts';
import { claudeCodeRules } from './sets/claude-code-rules.ts';
import { RUN } from './sets/sources.ts';

/**
 * Claude Code before its second SDK generation (2.1.232): it does not look at the issuer that comes
 * back with the code, and registers anew at every `claude mcp list`.
 */
export const client: Client = {
  id: 'claude-code',
  version: '2.1.197',
  isNewest: false,
  registers: CLAUDE_CODE_2_1_197_REGISTERS,
  sees: CLAUDE_CODE_2_1_197_SEES,
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_1_POLICY,
  rules: claudeCodeRules({
    source: RUN.claudeCode2_1_197,
    generation: 1,
    triesStream: false,
    prompts: false,
  }),
  caveat: 'It passes everything that shows without a sign-in.',
};
