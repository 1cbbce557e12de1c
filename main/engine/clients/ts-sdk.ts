import type { Client } from '../model/client.ts';
import { rejectedBySdk2 } from './rules/registration-answer.ts';
import { SDK_POLICY } from './policies/sdk-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { reach } from './rules/reach.ts';
import { TS_SDK_2_SEES } from './seen/sdk-sees.ts';
import { sdkRules } from './sets/sdk-rules.ts';
import { DOC, RUN } from './sets/sources.ts';

const OBSERVED = RUN.typescript2;
/** It has no app of its own: what mcp-remote’s registration is answered stands in for it. */
const LIKE_MCP_REMOTE = `${OBSERVED}; the registration is that of mcp-remote`;

/**
 * The MCP TypeScript SDK, generation 2 (@modelcontextprotocol/client), as a reference for what is
 * built on it.
 * @see reference-clients 2.1 and 2.4
 */
export const client: Client = {
  id: 'ts-sdk',
  version: '2.4.0',
  isNewest: true,
  registers: null,
  sees: TS_SDK_2_SEES,
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_POLICY,
  rules: [
    reach('here', 'observed', OBSERVED),
    challengeStatus([401], 'The SDK signs in on 401 only.', 'observed', OBSERVED),
    ...sdkRules({
      generation: 2,
      comparesIssuer: true,
      basis: 'observed',
      source: OBSERVED,
      registration: {
        manner: { as: 'mcp-remote', documents: 'flag', schema: 'strict', sees: rejectedBySdk2('') },
        basis: 'inferred',
        source: LIKE_MCP_REMOTE,
      },
      inside: { basis: 'documented', source: DOC.typescriptSdk },
      errorPrefix: null,
      comparesState: false,
      afterRefusal: 'The SDK gives up after one more try.',
    }),
  ],
  caveat: 'It passes everything that shows without a sign-in.',
};
