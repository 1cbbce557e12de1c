import { defineTargetMode } from '../model/mode.ts';
import { addressTrouble, factsOf } from '../probe/host-facts.ts';
import { dnsEvidence } from './evidence/dns-evidence.ts';
import { addressWords } from './words/address-words.ts';

/** F01: a public name with an address that is not on the open internet. */
export const mode = defineTargetMode({
  code: 'F01',
  title: 'The name leads to a private address',
  explanation:
    'Hosted Claude (claude.ai and the connectors of Claude Desktop) connects from Anthropic’s cloud. It refuses a host with any address that is private, shared by a carrier, local or this machine itself, so not one request arrives. Programs on this network get through.',
  whatToDo:
    'For claude.ai and Claude Desktop, give the name public IPv4 addresses only, or put a tunnel or reverse proxy with a public address in front. Compare with a public resolver: it may answer differently than the one here.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  // What Claude's cloud resolves is not seen from here.
  confidence: 'likely',
  clients: ['claude-hosted'],
  requirements: [],
  references: [
    'https://claude.com/docs/connectors/building/troubleshooting',
    'https://support.claude.com/en/articles/11503834-building-custom-connectors-via-remote-mcp-servers',
  ],
  needs: ['url', 'hosts'],
  judge: ({ url, hosts }) => {
    const facts = factsOf(hosts, url);
    const trouble = facts === null ? null : addressTrouble(facts);
    if (facts === null || (trouble !== 'inside' && trouble !== 'mixed')) return [];
    const isOwnMachine = facts.addresses.every((one) => one.class === 'loopback');
    const evidence = [
      dnsEvidence(facts, `The resolver of this machine answers so for ${facts.host}.`),
    ];
    return [
      {
        title:
          trouble === 'mixed'
            ? 'The name leads to public and private addresses'
            : `The name leads to ${isOwnMachine ? 'this machine itself' : 'a private address'}`,
        detail: `Here ${facts.host} is ${addressWords(facts.addresses)}.`,
        // The same as an address on localhost (F05): what a developer means while building.
        ...(isOwnMachine ? { severity: 'advice' as const } : {}),
        evidence,
      },
    ];
  },
});
