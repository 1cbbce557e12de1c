import type { Client } from '../model/client.ts';
import { SDK_POLICY } from './policies/sdk-policy.ts';
import { TS_SDK_2_SEES } from './seen/sdk-sees.ts';
import { typescriptSdkRules } from './sets/typescript-sdk-rules.ts';

/**
 * The MCP TypeScript SDK, generation 2 (@modelcontextprotocol/client), as a reference for what is
 * built on it.
 */
export const client: Client = {
  id: 'ts-sdk',
  version: '2.4.0',
  isNewest: true,
  registers: null,
  sees: TS_SDK_2_SEES,
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_POLICY,
  rules: typescriptSdkRules(2),
  caveat: 'It passes everything that shows without a sign-in.',
};
