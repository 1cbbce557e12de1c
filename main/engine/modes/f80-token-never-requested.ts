import { roundsOf } from '../clients/sign-in/rounds-of.ts';
import { defineTargetMode } from '../model/mode.ts';
import { isPublicServer } from '../probe/host-facts.ts';

/**
 * F80: hosted Claude gets a code and never redeems it. That happens on its side, so no trace shows
 * it; one that redeems its own code shows what it is not.
 */
export const mode = defineTargetMode({
  code: 'F80',
  title: 'Claude gets a code and asks for no token',
  explanation:
    'The server sends a code to Claude, and no request for a token follows. Claude then says mcp_token_exchange_failed, or nothing at all.',
  whatToDo:
    'Rule out what keeps the code from Claude first: a callback by POST (F63), a policy that blocks the way back (F64), cookies of claude.ai (F62), a firewall before the token endpoint (F06). If all of that is in order, report it with the reference from the page.',
  step: 'token',
  severity: 'error',
  category: 'account',
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/215',
    'https://github.com/anthropics/claude-ai-mcp/issues/799',
  ],
  needs: ['url', 'hosts', 'signIn'],
  judge: ({ url, hosts, signIn }) => {
    const isRedeemed = roundsOf(signIn).some((one) => one.tokens !== null);
    if (!isRedeemed || !isPublicServer(url, hosts)) return [];
    return {
      notSeen:
        'Here the code was redeemed. Whether Claude’s cloud redeems its own shows only in the log of your token endpoint.',
    };
  },
});
