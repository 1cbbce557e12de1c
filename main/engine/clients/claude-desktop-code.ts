import type { Client } from '../model/client.ts';
import { CLAUDE_DESKTOP_CODE_REGISTERS } from './registers/claude-desktop-code.ts';
import { SDK_POLICY } from './policies/sdk-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { CLAUDE_CODE_LIMIT_MS, patience } from './rules/patience.ts';
import { reach } from './rules/reach.ts';
import { CLAUDE_CODE_SEES } from './seen/claude-code-sees.ts';
import { sdkRules } from './sets/sdk-rules.ts';
import { DOC } from './sets/sources.ts';

/** That the Code tab runs the engine of Claude Code, with another way back. */
const SAME_ENGINE = 'https://github.com/anthropics/claude-code/issues/93671';

/**
 * The Code tab of Claude Desktop: the engine of Claude Code, but the sign-in comes back to
 * claude://claude.ai/mcp-auth-callback/sdk, which servers that allow loopback only refuse (F45).
 * Nobody has run it against broken servers, so what it shares with Claude Code is inferred.
 */
export const client: Client = {
  id: 'claude-desktop-code',
  version: null,
  isNewest: true,
  registers: CLAUDE_DESKTOP_CODE_REGISTERS,
  sees: { ...CLAUDE_CODE_SEES, F45: null, otherwise: null },
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_POLICY,
  rules: [
    reach('here', 'inferred', SAME_ENGINE),
    patience(CLAUDE_CODE_LIMIT_MS, 'inferred', DOC.claudeCode),
    challengeStatus(
      [401, 403],
      'The Code tab starts to sign in on 401 and 403 only, as Claude Code does.',
      'inferred',
      SAME_ENGINE,
    ),
    ...sdkRules({
      generation: 2,
      comparesIssuer: false,
      basis: 'inferred',
      source: SAME_ENGINE,
      registration: {
        manner: { as: 'claude-desktop-code', documents: 'flag', schema: 'strict', sees: null },
        basis: 'inferred',
        source: SAME_ENGINE,
      },
      inside: { basis: 'inferred', source: SAME_ENGINE },
      errorPrefix: null,
      comparesState: true,
      afterRefusal: 'The Code tab asks to sign in again.',
    }),
  ],
  caveat:
    'It passes everything that shows without a sign-in. The sign-in comes back to an address of the app itself (claude:), and some authorization servers refuse such an address.',
};
