import type { Basis, Rule, RuleHit } from '../../model/client.ts';
import type { TargetEvidence } from '../../model/evidence.ts';
import { addressTrouble, factsOf, type AddressTrouble } from '../../probe/host-facts.ts';
import { turnedAway } from '../../probe/turned-away.ts';
import { localityOf, portOf } from '../../safety/url-locality.ts';

/**
 * Hosted Claude connects from the cloud: https, a public name with public IPv4 addresses, best on
 * port 443, and nothing in front that refuses it by its name.
 * @see DOC-AUTH "Network reference"; F01, F02, F04 to F06; clients.md, facts 1, 6 and 8
 */
export function publicAddress(basis: Basis, source: string): Rule {
  return {
    step: 'reach',
    basis,
    source,
    check: ({ url, evidence }) => {
      const spelled = judge(new URL(url));
      return spelled?.outcome === 'blocked' ? spelled : (seen(url, evidence) ?? spelled);
    },
  };
}

function judge(url: URL): RuleHit | null {
  if (localityOf(url.hostname) !== 'public')
    return {
      outcome: 'blocked',
      cause: 'F05',
      why: `Claude connects from its cloud, and ${url.hostname} exists only on this machine or network.`,
    };
  if (url.protocol !== 'https:')
    return { outcome: 'blocked', cause: 'F05', why: 'Claude’s cloud connects over https only.' };
  if (portOf(url) === 443) return null;
  const why = `Port ${portOf(url)}: several servers on other ports than 443 were never reached by Claude’s cloud.`;
  return { outcome: 'at-risk', cause: 'F04', why };
}

const ADDRESSES: Readonly<Record<AddressTrouble, RuleHit | null>> = {
  inside: blocked('F01', 'Claude’s cloud refuses it: the name leads to no public address.'),
  mixed: blocked('F01', 'Claude’s cloud refuses it: not every address of the name is public.'),
  'ipv6-only': blocked(
    'F02',
    'Claude’s cloud connects over IPv4, and the host has no such address.',
  ),
  'stand-in': null,
};

/** What the resolver and the further requests say. */
function seen(url: string, { first, hosts, mcpProbes }: TargetEvidence): RuleHit | null {
  const facts = factsOf(hosts ?? [], url);
  const trouble = facts === null ? null : addressTrouble(facts);
  const hit = trouble === null ? null : ADDRESSES[trouble];
  if (hit !== null) return hit;
  const away = first === null || mcpProbes === null ? null : turnedAway(first, mcpProbes);
  return away?.kind === 'claude'
    ? blocked('F06', 'Something in front of the server refuses the names under which Claude comes.')
    : null;
}

function blocked(cause: string, why: string): RuleHit {
  return { outcome: 'blocked', cause, why };
}
