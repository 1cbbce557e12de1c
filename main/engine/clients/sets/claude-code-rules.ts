import type { Rule } from '../../model/client.ts';
import { challengeStatus } from '../rules/challenge-status.ts';
import { configuredTransport } from '../rules/configured-transport.ts';
import { entryWithType } from '../rules/entry-with-type.ts';
import { CLAUDE_CODE_LIMIT_MS, patience } from '../rules/patience.ts';
import { reach } from '../rules/reach.ts';
import { rejectedBySdk1, rejectedBySdk2 } from '../rules/registration-answer.ts';
import { sdkRules } from './sdk-rules.ts';
import { DOC, RUN } from './sources.ts';

/** What tells one version of Claude Code from another. */
export interface ClaudeCodeTraits {
  /** The run in which it was seen. */
  readonly source: string;
  /** Of the SDK inside: 2 since 2.1.232. */
  readonly generation: 1 | 2;
  /** It tries the event stream by itself where POST is unknown, whatever its entry says. */
  readonly triesStream: boolean;
  /** It asks for consent where it asks for offline_access. */
  readonly prompts: boolean;
}

const INSIDE = { 1: RUN.typescript1, 2: RUN.typescript2 } as const;
const REJECTED = { 1: rejectedBySdk1, 2: rejectedBySdk2 } as const;

/**
 * What Claude Code does on the command line, in every version that was run.
 * @see real-clients; https://code.claude.com/docs/en/mcp
 */
export function claudeCodeRules(traits: ClaudeCodeTraits): readonly Rule[] {
  const { source, generation, triesStream, prompts } = traits;
  const sees = REJECTED[generation]('SDK auth failed: ');
  const manner = { as: 'claude-code', documents: 'flag', schema: 'strict', prompts, sees } as const;
  return [
    entryWithType('claude-code', 'documented', DOC.claudeCode),
    reach('here', 'observed', source),
    configuredTransport(
      (entry) => entry.client === 'claude-code' && !entry.viaMcpRemote,
      triesStream,
      'observed',
      source,
    ),
    patience(CLAUDE_CODE_LIMIT_MS, 'documented', DOC.claudeCode),
    challengeStatus([401, 403], ON_401_AND_403, 'observed', source, ['pages', 'login']),
    ...sdkRules({
      generation,
      comparesIssuer: false,
      basis: 'observed',
      source,
      registration: { manner, basis: 'observed', source },
      inside: { basis: 'inferred', source: INSIDE[generation] },
      errorPrefix: 'OAuth error: ',
      comparesState: true,
      afterRefusal:
        'Claude Code says “Authenticated” and then “Needs authentication”, as often as one tries.',
    }),
  ];
}

const ON_401_AND_403 =
  'Claude Code starts to sign in on 401 and 403 only, so it reports a failed connection. “claude mcp login” with the server’s name signs in all the same.';
