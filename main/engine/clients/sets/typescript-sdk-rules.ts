import type { Rule } from '../../model/client.ts';
import { challengeStatus } from '../rules/challenge-status.ts';
import { reach } from '../rules/reach.ts';
import { rejectedBySdk1, rejectedBySdk2 } from '../rules/registration-answer.ts';
import { sdkRules } from './sdk-rules.ts';
import { DOC, RUN } from './sources.ts';

const SEEN = { 1: RUN.typescript1, 2: RUN.typescript2 } as const;
const REJECTED = { 1: rejectedBySdk1, 2: rejectedBySdk2 } as const;

/**
 * What an MCP TypeScript SDK does by itself. It has no app of its own: what mcp-remote’s
 * registration is answered stands in for it.
 * @see reference-clients 2.1 and 2.4
 */
export function typescriptSdkRules(generation: 1 | 2): readonly Rule[] {
  const source = SEEN[generation];
  const sees = REJECTED[generation]('');
  const manner = { as: 'mcp-remote', documents: 'flag', schema: 'strict', sees } as const;
  const likeMcpRemote = `${source}; the registration is that of mcp-remote`;
  return [
    reach('here', 'observed', source),
    challengeStatus([401], 'The SDK signs in on 401 only.', 'observed', source),
    ...sdkRules({
      generation,
      comparesIssuer: true,
      basis: 'observed',
      source,
      registration: { manner, basis: 'inferred', source: likeMcpRemote },
      inside: { basis: 'documented', source: DOC.typescriptSdk },
      errorPrefix: null,
      comparesState: false,
      afterRefusal: 'The SDK gives up after one more try.',
    }),
  ];
}
