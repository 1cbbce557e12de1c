import type { RegistrationProfile } from '../../model/client.ts';
import { CLAUDE_CODE_REGISTERS } from './claude-code.ts';

const CALLBACK = 'claude://claude.ai/mcp-auth-callback/sdk';

/**
 * The Code tab of Claude Desktop. Reported is its callback address; that the rest of its body is
 * Claude Code's, whose engine it runs, is INFERRED.
 * @see F45
 */
export const CLAUDE_DESKTOP_CODE_REGISTERS: RegistrationProfile = {
  ...CLAUDE_CODE_REGISTERS,
  body: { ...CLAUDE_CODE_REGISTERS.body, redirect_uris: [CALLBACK] },
  redirectUri: CALLBACK,
  basis: 'inferred',
  source: 'https://github.com/anthropics/claude-code/issues/93671',
};
