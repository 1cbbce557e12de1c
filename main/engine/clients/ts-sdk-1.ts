import type { Client } from '../model/client.ts';
import { SDK_1_POLICY } from './policies/sdk-policy.ts';
import { TS_SDK_1_SEES } from './seen/sdk-sees.ts';
import { typescriptSdkRules } from './sets/typescript-sdk-rules.ts';

/** The MCP TypeScript SDK, generation 1 (@modelcontextprotocol/sdk): no issuer is compared anywhere. */
export const client: Client = {
  id: 'ts-sdk',
  version: '1.32.2',
  isNewest: false,
  registers: null,
  sees: TS_SDK_1_SEES,
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_1_POLICY,
  rules: typescriptSdkRules(1),
  caveat: 'It passes everything that shows without a sign-in.',
};
