import { defineTargetMode } from '../model/mode.ts';
import { isPublicServer } from '../probe/host-facts.ts';

/** F92: the token could be renewed, and hosted Claude does not try. Seen in its cloud only. */
export const mode = defineTargetMode({
  code: 'F92',
  title: 'Claude lets the connection expire',
  explanation:
    'Claude says “Connection has expired. You can reconnect to re-authenticate”, although the server gave it a refresh token and would take it.',
  whatToDo:
    'Reconnect the connector. A longer lifetime of access tokens makes it rarer; Claude Code on the command line renews by itself.',
  step: 'refresh',
  severity: 'warning',
  category: 'account',
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/228',
    'https://github.com/anthropics/claude-ai-mcp/issues/702',
  ],
  needs: ['url', 'hosts', 'signIn'],
  judge: ({ url, hosts, signIn }) => {
    const isRenewed = signIn.trace?.refresh?.tokens != null;
    if (!isRenewed || !isPublicServer(url, hosts)) return [];
    return {
      notSeen:
        'Here the token was renewed. Whether Claude’s cloud renews its own shows only in the log of your token endpoint.',
    };
  },
});
