import type { Client } from '../model/client.ts';
import { CLAUDE_CODE_REGISTERS } from './registers/claude-code.ts';
import { rejectedBySdk2 } from './rules/registration-answer.ts';
import { SDK_POLICY } from './policies/sdk-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { configuredTransport } from './rules/configured-transport.ts';
import { entryWithType } from './rules/entry-with-type.ts';
import { CLAUDE_CODE_LIMIT_MS, patience } from './rules/patience.ts';
import { reach } from './rules/reach.ts';
import { CLAUDE_CODE_SEES } from './seen/claude-code-sees.ts';
import { sdkRules } from './sets/sdk-rules.ts';
import { DOC, RUN } from './sets/sources.ts';

const OBSERVED = RUN.claudeCode;

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
  rules: [
    entryWithType('claude-code', 'documented', DOC.claudeCode),
    reach('here', 'observed', OBSERVED),
    configuredTransport(
      (entry) => entry.client === 'claude-code' && !entry.viaMcpRemote,
      true,
      'observed',
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
      generation: 2,
      comparesIssuer: false,
      basis: 'observed',
      source: OBSERVED,
      registration: {
        manner: {
          as: 'claude-code',
          documents: 'flag',
          schema: 'strict',
          sees: rejectedBySdk2('SDK auth failed: '),
        },
        basis: 'observed',
        source: OBSERVED,
      },
      inside: { basis: 'inferred', source: RUN.typescript2 },
      errorPrefix: 'OAuth error: ',
      comparesState: true,
      afterRefusal:
        'Claude Code says “Authenticated” and then “Needs authentication”, as often as one tries.',
    }),
  ],
  caveat: 'It passes everything that shows without a sign-in.',
};
