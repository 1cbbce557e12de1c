import type { Client } from '../model/client.ts';
import { MCP_REMOTE_REGISTERS } from './registers/mcp-remote.ts';
import { rejectedBySdk2 } from './rules/registration-answer.ts';
import { SDK_POLICY } from './policies/sdk-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { configuredTransport } from './rules/configured-transport.ts';
import { CLAUDE_CODE_LIMIT_MS, patience } from './rules/patience.ts';
import { plainHttp } from './rules/plain-http.ts';
import { reach } from './rules/reach.ts';
import { MCP_REMOTE_SEES } from './seen/sdk-sees.ts';
import { sdkRules } from './sets/sdk-rules.ts';
import { DOC, RUN } from './sets/sources.ts';

const OBSERVED = RUN.mcpRemote;

/**
 * mcp-remote: a local process that Claude Desktop starts and that signs in by itself. It tries
 * POST first and an event stream after it, whatever the server is.
 */
export const client: Client = {
  id: 'mcp-remote',
  version: '0.15.1',
  isNewest: true,
  registers: MCP_REMOTE_REGISTERS,
  sees: MCP_REMOTE_SEES,
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_POLICY,
  rules: [
    plainHttp('documented', DOC.mcpRemote),
    configuredTransport((entry) => entry.viaMcpRemote, false, 'documented', DOC.mcpRemote),
    reach('here', 'observed', OBSERVED),
    patience(CLAUDE_CODE_LIMIT_MS, 'inferred', DOC.claudeCode),
    challengeStatus([401], 'mcp-remote signs in on 401 only and gives up.', 'observed', OBSERVED, [
      'pages',
    ]),
    ...sdkRules({
      generation: 2,
      comparesIssuer: true,
      basis: 'observed',
      source: OBSERVED,
      registration: {
        manner: {
          as: 'mcp-remote',
          documents: 'never',
          schema: 'strict',
          sees: rejectedBySdk2('Fatal error: RegistrationRejectedError: '),
        },
        basis: 'observed',
        source: OBSERVED,
      },
      inside: { basis: 'inferred', source: RUN.typescript2 },
      errorPrefix: 'Fatal error: Error: Authorization failed: ',
      comparesState: true,
      afterRefusal: 'mcp-remote opens the sign-in page again and waits until its time is up.',
    }),
  ],
  caveat: 'It passes everything that shows without a sign-in.',
};
