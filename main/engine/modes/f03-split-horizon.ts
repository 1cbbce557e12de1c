import { defineTargetMode } from '../model/mode.ts';
import { addressTrouble, factsOf, isPublicServer } from '../probe/host-facts.ts';

/** F03: the name may lead elsewhere for others than for this machine. Never seen from here alone. */
export const mode = defineTargetMode({
  code: 'F03',
  title: 'The name may resolve differently elsewhere',
  explanation:
    'A name server of a company or a VPN can answer otherwise than the public ones. Then the command line works here, and hosted Claude, which asks the public ones, reaches another machine or none.',
  whatToDo:
    'Ask a public resolver for the name, or open the URL on a phone without Wi-Fi and VPN. Publish the same address there.',
  step: 'reach',
  severity: 'warning',
  category: 'deployment',
  confidence: 'possible',
  clients: ['claude-hosted'],
  requirements: [],
  references: [
    'https://claude.com/docs/connectors/building/troubleshooting',
    'https://support.claude.com/en/articles/11503834-building-custom-connectors-via-remote-mcp-servers',
  ],
  needs: ['url', 'hosts'],
  judge: ({ url, hosts }) => {
    const facts = factsOf(hosts, url);
    if (facts === null || facts.mapped || !isPublicServer(url, hosts)) return [];
    if (addressTrouble(facts) === 'stand-in')
      return {
        notSeen: `A program on this machine answers for every name (${facts.host} is ${facts.addresses[0]!.address} here). A public resolver’s answer would tell.`,
      };
    return { notSeen: 'A public resolver’s answer would tell; Unblank asks none.' };
  },
});
