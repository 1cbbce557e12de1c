import { defineTargetMode } from '../model/mode.ts';
import { addressTrouble, factsOf } from '../probe/host-facts.ts';
import { dnsEvidence } from './evidence/dns-evidence.ts';

/** F02: hosted Claude connects over IPv4 only. */
export const mode = defineTargetMode({
  code: 'F02',
  title: 'Your server has no IPv4 address',
  explanation:
    'Connectors of hosted Claude use IPv4 only, and this host has IPv6 addresses alone, so Claude’s cloud has no way to it. Programs on machines with IPv6 get through.',
  whatToDo: 'Add an A record with a public IPv4 address, or put a proxy in front that has one.',
  step: 'reach',
  severity: 'error',
  category: 'deployment',
  confidence: 'likely',
  clients: ['claude-hosted'],
  requirements: [],
  references: ['https://claude.com/docs/connectors/building/troubleshooting'],
  needs: ['url', 'hosts'],
  judge: ({ url, hosts }) => {
    const facts = factsOf(hosts, url);
    if (facts === null || addressTrouble(facts) !== 'ipv6-only') return [];
    return [{ evidence: [dnsEvidence(facts, 'None of these is an IPv4 address.')] }];
  },
});
