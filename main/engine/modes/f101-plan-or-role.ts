import { defineTargetMode } from '../model/mode.ts';
import { asksForSignIn } from '../probe/challenge-of.ts';
import { isPublicServer } from '../probe/host-facts.ts';

/** F101: the plan or the role does not allow the connector. */
export const mode = defineTargetMode({
  code: 'F101',
  title: 'The plan or role may not allow this connector',
  explanation:
    'A free plan has one custom connector. In Team and Enterprise plans only owners and admins add connectors, and one that is not shared stays hidden from the others.',
  whatToDo:
    'Look under Settings, Connectors at claude.ai whether custom connectors can be added; in an organisation, ask an admin to add this one.',
  step: 'local',
  severity: 'warning',
  category: 'quota',
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: [],
  references: [
    'https://support.claude.com/en/articles/11503834-building-custom-connectors-via-remote-mcp-servers',
    'https://code.claude.com/docs/en/mcp',
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
