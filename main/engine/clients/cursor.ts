import type { Client } from '../model/client.ts';
import { CURSOR_REGISTERS } from './registers/cursor.ts';
import { SDK_1_POLICY } from './policies/sdk-policy.ts';
import { challengeStatus } from './rules/challenge-status.ts';
import { reach } from './rules/reach.ts';
import { sdkRules } from './sets/sdk-rules.ts';
import { DOC } from './sets/sources.ts';

/** What is written about Cursor's registration; that it holds the TypeScript SDK is our guess. */
const SOURCE = 'https://github.com/better-auth/better-auth/issues/10946';

/**
 * Cursor. Only its redirect addresses are written down (cursor://anysphere.cursor-mcp/oauth/callback
 * among them); everything else is taken from the TypeScript SDK, generation 1, and INFERRED.
 */
export const client: Client = {
  id: 'cursor',
  version: null,
  isNewest: true,
  registers: CURSOR_REGISTERS,
  sees: { otherwise: null },
  concerns: (evidence) => evidence.url !== null,
  policy: SDK_1_POLICY,
  rules: [
    reach('here', 'inferred', SOURCE),
    challengeStatus([401], 'Cursor signs in on 401 only.', 'inferred', DOC.typescriptSdk),
    ...sdkRules({
      generation: 1,
      comparesIssuer: false,
      basis: 'inferred',
      source: DOC.typescriptSdk,
      registration: {
        manner: { as: 'cursor', documents: 'never', schema: 'strict', sees: null },
        basis: 'inferred',
        source: SOURCE,
      },
      inside: { basis: 'inferred', source: DOC.typescriptSdk },
      errorPrefix: null,
      comparesState: true,
      afterRefusal: 'Cursor asks to sign in again.',
    }),
  ],
  caveat:
    'It passes everything that shows without a sign-in. How Cursor signs in is not written down, so this is a guess from the SDK it seems to use.',
};
