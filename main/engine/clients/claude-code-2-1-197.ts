import type { Client } from '../model/client.ts';
import { CLAUDE_CODE_2_1_197_REGISTERS } from './registers/claude-code.ts';
import { rejectedBySdk1 } from './rules/registration-answer.ts';
import { SDK_1_POLICY } from './policies/sdk-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { configuredTransport } from './rules/configured-transport.ts';
import { entryWithType } from './rules/entry-with-type.ts';
import { CLAUDE_CODE_LIMIT_MS, patience } from './rules/patience.ts';
import { reach } from './rules/reach.ts';
import { CLAUDE_CODE_2_1_197_SEES } from './seen/claude-code-sees.ts';
import { sdkRules } from './sets/sdk-rules.ts';
import { DOC, RUN } from './sets/sources.ts';

const OBSERVED = RUN.claudeCode2_1_197;

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
  rules: [
    entryWithType('claude-code', 'documented', DOC.claudeCode),
    reach('here', 'observed', OBSERVED),
    configuredTransport(
      (entry) => entry.client === 'claude-code' && !entry.viaMcpRemote,
      false,
      'inferred',
      OBSERVED,
    ),
    patience(CLAUDE_CODE_LIMIT_MS, 'documented', DOC.claudeCode),
    challengeStatus(
      [401, 403],
      'Claude Code starts to sign in on 401 and 403 only, so it reports a failed connection. “claude mcp login” with the server’s name signs in all the same.',
      'observed',
      OBSERVED,
      ['pages', 'login'],
    ),
    ...sdkRules({
      generation: 1,
      comparesIssuer: false,
      basis: 'observed',
      source: OBSERVED,
      registration: {
        manner: {
          as: 'claude-code',
          prompts: false,
          documents: 'flag',
          schema: 'strict',
          sees: rejectedBySdk1('SDK auth failed: '),
        },
        basis: 'observed',
        source: OBSERVED,
      },
      inside: { basis: 'inferred', source: RUN.typescript1 },
      errorPrefix: 'OAuth error: ',
      comparesState: true,
      afterRefusal:
        'Claude Code says “Authenticated” and then “Needs authentication”, as often as one tries.',
    }),
  ],
  caveat: 'It passes everything that shows without a sign-in.',
};
