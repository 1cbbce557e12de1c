import { lastRound } from '../clients/sign-in/rounds-of.ts';
import { defineTargetMode } from '../model/mode.ts';

/** How long mcp-remote waits for the browser to come back, where it is not told otherwise. */
const MCP_REMOTE_MS = 30_000;
/** Claude Desktop in third-party mode. */
const THIRD_PARTY_MS = 120_000;

/** F74: the sign-in takes longer than some clients wait. Advice: most of it is its user. */
export const mode = defineTargetMode({
  code: 'F74',
  title: 'The sign-in takes longer than some clients wait',
  explanation:
    'A client waits for the browser to come back for a certain time: mcp-remote for 30 seconds, Claude Desktop in third-party mode for 120. Who takes longer signs in for nothing.',
  whatToDo: 'Give mcp-remote more time with --auth-timeout and the number of seconds.',
  step: 'callback',
  severity: 'advice',
  category: 'runtime',
  confidence: 'likely',
  clients: ['mcp-remote', 'claude-desktop-3p'],
  requirements: [],
  references: ['https://github.com/geelen/mcp-remote'],
  needs: ['signIn'],
  judge: ({ signIn }) => {
    const back = lastRound(signIn)?.events.find((one) => one.kind === 'callback');
    if (back === undefined || back.at <= MCP_REMOTE_MS) return [];
    const isLong = back.at > THIRD_PARTY_MS;
    const limitMs = isLong ? THIRD_PARTY_MS : MCP_REMOTE_MS;
    return [
      {
        detail: `Here it took ${Math.round(back.at / 1000)} seconds from the page to the callback, with what you did in between.`,
        clients: isLong ? ['mcp-remote', 'claude-desktop-3p'] : ['mcp-remote'],
        evidence: [{ kind: 'timing', what: 'from the page to the callback', ms: back.at, limitMs }],
      },
    ];
  },
});
