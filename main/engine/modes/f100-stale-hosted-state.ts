import { defineTargetMode } from '../model/mode.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { isPublicServer } from '../probe/host-facts.ts';

/** F100: Claude's cloud keeps what it learned of a connector. */
export const mode = defineTargetMode({
  code: 'F100',
  title: 'Claude may keep an old state of this connector',
  explanation:
    'Claude’s cloud remembers registrations and tokens by the spelling of the URL, also after a connector is removed and added again. A server that has been repaired since can go on failing there.',
  whatToDo:
    'Add the connector once more with another spelling of the URL, for example with ?v=2 behind it, if your server accepts that. In an organisation, an admin can remove it for everybody.',
  step: 'refresh',
  severity: 'warning',
  category: 'account',
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: [],
  references: [
    'https://github.com/anthropics/claude-ai-mcp/issues/247',
    'https://github.com/anthropics/claude-ai-mcp/issues/514',
  ],
  needs: ['url', 'first', 'hosts'],
  judge: ({ url, first, hosts }) =>
    asksForSignIn(first) && isPublicServer(url, hosts)
      ? {
          notSeen:
            'The connector’s page in the settings at claude.ai would tell, and adding it anew.',
        }
      : [],
});
